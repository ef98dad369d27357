package org.fractalgoals.api.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.trash.TrashView;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.projections.trash.TrashItem;
import org.fractalgoals.projections.trash.TrashQueries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Lists what can be restored, also beside a running server. */
@Command(name = "trash", description = {
    "Lists what is deleted and can be restored, the newest first; a running server is not disturbed.",
    "Each line says when it was deleted, what it is, how many things come back with it, and why it cannot come back as it was, where that is so."}, footer = {
        "  fractal trash --root 0197c1a2-6f00-7000-8000-000000000000"})
final class Trash implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Option(names = "--root", paramLabel = "ID", description = "The fractal to look at, which may be deleted itself. Default: all of them.") private @Nullable String rootId;

  @Option(names = "--format", defaultValue = "table", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.") private Format format = Format.table;

  @Override
  public Integer call() {
    var settings = Objects.requireNonNull(main);
    var directory = settings.directory();
    try (var store = StoreView.open(directory, settings.askedEnvironment());
        var readModel = new CaughtUp(directory, settings.clock()).view(store)) {
      var clock = new WallClockText(store.info().zone());
      print(items(readModel.trash()).stream()
          .map(item -> TrashView.of(item, clock, store.entities())).toList());
    }
    return 0;
  }

  private List<TrashItem> items(TrashQueries trash) {
    if (rootId == null) {
      return trash.trash();
    }
    return trash.trash(rootId).orElseThrow(
        () -> new CommandFailed("There never was a fractal \"%s\".".formatted(rootId)));
  }

  private void print(List<TrashView> items) {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case json -> out.println(JSON.writeValueAsString(items));
      case table -> TrashTable.of(items).forEach(out::println);
    }
    out.flush();
  }
}
