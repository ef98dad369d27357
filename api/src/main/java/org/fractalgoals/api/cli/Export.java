package org.fractalgoals.api.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.fractalgoals.api.export.FractalExport;
import org.fractalgoals.domain.act.Act;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.migration.export.LegacyExport;
import org.fractalgoals.migration.proof.ImportedFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The ways back to a legacy file, and to others; also beside a running server. */
@Command(name = "export", description = {
    "Writes a file for others; a running server is not disturbed.",
    "--as-imported makes a file again that was imported, cell by cell as it was. --legacy writes what there is today for the legacy application. --fractal writes one fractal and its history as JSON."}, footer = {
        "  fractal export --as-imported goals-as-they-were.db",
        "  fractal export --legacy goals-of-today.db",
        "  fractal export --fractal 0197c1a2-6f00-7000-8000-000000000000 sail.json"})
final class Export implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @ArgGroup(exclusive = true, multiplicity = "1") private Form form = new Form();

  @Option(names = "--import", paramLabel = "ID", description = "With --as-imported: which import. Default: the last one.") private @Nullable String importId;

  @Option(names = "--with-deleted", description = "With --legacy: keep what is deleted, marked as such; the legacy application overlooks the mark on most things.") private boolean withDeleted;

  @Parameters(paramLabel = "OUT", description = "The file to write; there must be none of this name.") private @Nullable Path out;

  /** What is to be written. */
  private static final class Form {

    @Option(names = "--as-imported", required = true, description = "A file that was imported, as it was.") private boolean asImported;

    @Option(names = "--legacy", required = true, description = "What there is today, in the newest legacy schema.") private boolean legacy;

    @Option(names = "--fractal", required = true, paramLabel = "ID", description = "A fractal with all that lives in it and its whole history, as JSON.") private @Nullable String fractal;
  }

  @Override
  public Integer call() {
    var settings = Objects.requireNonNull(main);
    requireFitting("--import", importId != null, form.asImported);
    requireFitting("--with-deleted", withDeleted, form.legacy);
    try (var store = StoreView.open(settings.directory(), settings.askedEnvironment())) {
      var target = Objects.requireNonNull(out);
      var head = store.head();
      var act = new Act.Export(kind(), form.fractal, String.valueOf(target.getFileName()),
          head.position());
      say(switch (act.form()) {
        case LEGACY -> writeToday(store, target);
        case AS_IMPORTED -> writeImported(store, target);
        case FRACTAL -> writeFractal(store, Objects.requireNonNull(form.fractal), head, target);
      });
      new ActHistory(settings.directory(), settings.clock()).remember(act, store.info(),
          spec.commandLine().getErr());
    }
    return 0;
  }

  private void requireFitting(String option, boolean isGiven, boolean fits) {
    if (isGiven && !fits) {
      throw new ParameterException(spec.commandLine(),
          "%s does not go with the form that is asked for".formatted(option));
    }
  }

  private Act.Form kind() {
    if (form.legacy) {
      return Act.Form.LEGACY;
    }
    return form.asImported ? Act.Form.AS_IMPORTED : Act.Form.FRACTAL;
  }

  private String writeFractal(StoreView store, String rootId, Head head, Path target) {
    var settings = Objects.requireNonNull(main);
    try (var readModel = new CaughtUp(settings.directory(), settings.clock()).view(store)) {
      var export = new FractalExport(store, readModel);
      long events = NewFile.write(target, out -> export.write(rootId, head, out).orElseThrow(
          () -> new CommandFailed(
              "There is no fractal \"%s\", or it is deleted: the command restore brings it back."
                  .formatted(rootId))));
      return "Wrote %s: the fractal %s and %s.".formatted(target, rootId,
          Counted.of(events, "event"));
    }
  }

  private String writeToday(StoreView store, Path target) {
    var exported = LegacyExport.write(store.events(), store.info().zone(), withDeleted, target);
    return "Wrote %s: %d goals and %d sessions.".formatted(target, exported.goals(),
        exported.sessions());
  }

  private String writeImported(StoreView store, Path target) {
    var wanted = wanted(store);
    var written = ImportedFile.write(store.imports(), wanted.importId(), target).rows();
    var read = wanted.tables().stream().mapToLong(TableRows::read).sum();
    return "Wrote %s: %s as it was imported, with %d rows.%s".formatted(target,
        wanted.fileName(), written, purged(read - written));
  }

  private static String purged(long rows) {
    return rows == 0 ? ""
        : " %s purged and %s gone for good.".formatted(
            Counted.of(rows, "more row") + (rows == 1 ? " was" : " were"),
            rows == 1 ? "is" : "are");
  }

  private LegacyFileImported wanted(StoreView store) {
    var imports = store.imports().imports();
    if (imports.isEmpty()) {
      throw new CommandFailed("No file was imported into the data directory %s."
          .formatted(Objects.requireNonNull(main).directory()));
    }
    return importId == null ? imports.getLast()
        : imports.stream().filter(known -> known.importId().equals(importId)).findFirst()
            .orElseThrow(() -> unknown(imports));
  }

  private ParameterException unknown(List<LegacyFileImported> imports) {
    return new ParameterException(spec.commandLine(),
        "There is no import \"%s\"; there are: %s".formatted(importId, imports.stream()
            .map(known -> "%s (%s)".formatted(known.importId(), known.fileName()))
            .collect(Collectors.joining(", "))));
  }

  private void say(String sentence) {
    spec.commandLine().getOut().println(sentence);
    spec.commandLine().getOut().flush();
  }
}
