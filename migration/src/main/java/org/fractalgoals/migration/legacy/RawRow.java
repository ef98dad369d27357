package org.fractalgoals.migration.legacy;

import java.io.StringWriter;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a row as the JSON text that is kept beside the first event made from it:
 * {@code {"file","stage","table","rowid","pk":[…],"cols":[[name,class,value],…]}}. Integers are numbers; reals are texts,
 * the shortest that read back as the same number; bytes are lower-case hexadecimal; NULL is null. Text that is not valid
 * in the encoding of the file is {@code {"hex":…}}.
 */
public final class RawRow {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RawRow() {}

  /**
   * The text of one row.
   *
   * @param sha256 hash of the file the row stands in
   * @param stage stage of that file
   */
  public static String json(String sha256, Stage stage, LegacyRow row) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringProperty("file", sha256);
      json.writeStringProperty("stage", stage.name());
      json.writeStringProperty("table", row.table());
      json.writeName("rowid");
      if (row.rowid() == null) {
        json.writeNull();
      } else {
        json.writeNumber(row.rowid().longValue());
      }
      json.writeArrayPropertyStart("pk");
      row.key().forEach(value -> write(json, value));
      json.writeEndArray();
      json.writeArrayPropertyStart("cols");
      for (var cell : row.cells()) {
        json.writeStartArray();
        json.writeString(cell.column());
        json.writeString(cell.value().storage());
        write(json, cell.value());
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  /**
   * The row that a text stands for. Its cells are exactly those that were written; of its key, reals and bytes are read
   * as texts.
   *
   * @throws IllegalStateException if it is not the text of a row
   */
  public static LegacyRow read(String json) {
    try (var parser = JSON.createParser(json)) {
      return new RawRowReader(parser).row();
    } catch (JacksonException e) {
      throw new IllegalStateException("This is not the text of a row.", e);
    }
  }

  private static void write(JsonGenerator json, CellValue value) {
    switch (value) {
      case CellValue.Null none -> json.writeNull();
      case CellValue.Int(var number) -> json.writeNumber(number);
      case CellValue.Real real -> json.writeString(real.text());
      case CellValue.Text(var text) -> json.writeString(text);
      case CellValue.BrokenText broken -> {
        json.writeStartObject();
        json.writeStringProperty("hex", broken.hex());
        json.writeEndObject();
      }
      case CellValue.Blob(var hex) -> json.writeString(hex);
    }
  }
}
