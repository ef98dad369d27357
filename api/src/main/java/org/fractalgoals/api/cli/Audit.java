package org.fractalgoals.api.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import org.fractalgoals.api.audit.AuditExport;
import org.fractalgoals.api.audit.AuditQuestion;
import org.fractalgoals.api.audit.AuditView;
import org.fractalgoals.api.audit.AuditViews;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.TimeParameters;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.eventstore.StoreView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists who changed what, also beside a running server. */
@Command(name = "audit", description = {
    "Lists what happened, the latest first: when, by whom, to what, and what it changed. A running server is not disturbed.",
    "Times are days, or times by the wall clock of the store, or with an offset."}, footer = {
        "  fractal audit --root 0197c1a2-6f00-7000-8000-000000000000 --from 2026-03-01",
        "  fractal audit --entity goal/0197c1a2 --format json --limit 0"})
final class Audit implements Callable<Integer> {

  /** How the answer is written. */
  enum AuditFormat {
    table, json, csv
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Option(names = "--root", paramLabel = "ID", description = "In this fractal, which may be deleted.") private @Nullable String root;

  @Option(names = "--entity", paramLabel = "ID", description = "Of this thing: KIND/ID, or the ID alone where only one kind has it.") private @Nullable String entity;

  @Option(names = "--kind", paramLabel = "KIND", description = "Of things of this kind, such as goal.") private @Nullable String kind;

  @Option(names = "--type", paramLabel = "TYPE", description = "Events of this type, such as goal.renamed.") private @Nullable String type;

  @Option(names = "--actor", paramLabel = "NAME", description = "By this actor.") private @Nullable String actor;

  @Option(names = "--source", paramLabel = "SOURCE", description = "Through this door: api, cli or migration.") private @Nullable String source;

  @Option(names = "--action", paramLabel = "ID", description = "Of this action: a deletion with all that went along.") private @Nullable String action;

  @Option(names = "--from", paramLabel = "TIME", description = "From then on.") private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Before then; of a day, up to its end.") private @Nullable String to;

  @Option(names = "--by-recorded", description = "The two times are those of recording; else those at which things happened.") private boolean byRecorded;

  @Option(names = "--text", paramLabel = "TEXT", description = "Events that contain this; needs --root.") private @Nullable String text;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "How many at most; 0 for all. Default: ${DEFAULT-VALUE}.") private int limit;

  @Option(names = "--format", defaultValue = "table", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; json is an event to a line. Default: ${DEFAULT-VALUE}.") private AuditFormat format = AuditFormat.table;

  @Override
  public Integer call() {
    if (limit < 0) {
      throw new ParameterException(spec.commandLine(), "--limit must not be negative");
    }
    if (text != null && root == null) {
      throw new ParameterException(spec.commandLine(),
          "--text is looked for in one fractal: name it with --root");
    }
    var settings = Objects.requireNonNull(main);
    var directory = settings.directory();
    try (var store = StoreView.open(directory, settings.askedEnvironment());
        var readModel = new CaughtUp(directory, settings.clock()).view(store)) {
      var trail = store.audit();
      var filter = filter(store, trail);
      var views = new AuditViews(trail, new WallClockText(store.info().zone()),
          readModel.names()::name);
      print(take -> give(trail, filter, views, take));
    }
    return 0;
  }

  private AuditFilter filter(StoreView store, AuditTrail trail) {
    var words = new HashMap<String, @Nullable String>();
    words.put("root", root);
    words.put("entity", entity == null ? null
        : NamedThing.only(entity, store.entities(), found -> true, "", spec).ref().toString());
    words.put("kind", kind);
    words.put("type", type);
    words.put("actor", actor);
    words.put("source", source);
    words.put("action", action);
    words.put(byRecorded ? "recorded_from" : "from", from);
    words.put(byRecorded ? "recorded_to" : "to", to);
    words.put("text", text);
    try {
      return new AuditQuestion(store.entities(), trail.types(),
          new TimeParameters(store.info().zone())).filter(words::get);
    } catch (HttpProblem wrong) {
      throw new ParameterException(spec.commandLine(), wrong.sentence(), wrong);
    }
  }

  private void give(AuditTrail trail, AuditFilter filter, AuditViews views,
      Consumer<AuditView> take) {
    trail.forEach(filter, limit == 0 ? Long.MAX_VALUE : limit,
        event -> take.accept(views.of(event)));
  }

  private void print(Consumer<Consumer<AuditView>> source) {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case json -> AuditExport.write(AuditExport.Form.NDJSON, out, source);
      case csv -> AuditExport.write(AuditExport.Form.CSV, out, source);
      case table -> {
        List<AuditView> events = new ArrayList<>();
        source.accept(events::add);
        AuditTable.of(events).forEach(out::println);
      }
    }
    out.flush();
  }
}
