package org.fractalgoals.api.audit;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletResponse;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.domain.audit.AuditFilter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Writes events one by one, however many there are. */
public final class AuditExport {

  /** Form of an export. */
  public enum Form {
    NDJSON("application/x-ndjson"), CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    Form(String mediaType) {
      this.mediaType = mediaType;
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private static final CsvMapper CSV = CsvMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final CsvSchema COLUMNS = CSV.schemaFor(AuditLine.class).withHeader();

  private AuditExport() {}

  /**
   * Answers a request.
   *
   * @param form {@code ndjson} or {@code csv}; null for the former
   * @throws HttpProblem 400 if it is anything else
   */
  static void send(AuditAnswers answers, AuditFilter filter, @Nullable String form,
      HttpServletResponse response) throws IOException {
    var wanted = switch (form) {
      case null -> Form.NDJSON;
      case "ndjson" -> Form.NDJSON;
      case "csv" -> Form.CSV;
      default -> throw HttpProblem.badRequest("\"format\" must be ndjson or csv.");
    };
    response.setContentType(wanted.mediaType);
    var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    write(wanted, out, take -> answers.forEach(filter, take));
    out.flush();
  }

  /**
   * Writes what comes.
   *
   * @param source gives event after event
   */
  public static void write(Form form, Writer out, Consumer<Consumer<AuditView>> source) {
    switch (form) {
      case NDJSON -> source.accept(view -> line(out, JSON.writeValueAsString(view)));
      case CSV -> {
        try (SequenceWriter rows = CSV.writer(COLUMNS).writeValues(out)) {
          source.accept(view -> rows.write(AuditLine.of(view)));
        }
      }
    }
  }

  private static void line(Writer out, String text) {
    try {
      // free JSON may be spread over lines; within its texts a line break never stands as such
      out.write(text.replace('\n', ' ').replace('\r', ' '));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
