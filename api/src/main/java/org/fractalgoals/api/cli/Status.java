package org.fractalgoals.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.fractalgoals.api.erasure.ErasureMark;
import org.fractalgoals.eventstore.Codecs;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.projections.ReadModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Says what is in the data directory, also beside a running server. */
@Command(name = "status", description = "Says what the data directory holds; a running server is not disturbed.", footer = "  fractal status --format json")
final class Status implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Option(names = "--format", defaultValue = "table", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.") private Format format = Format.table;

  @Override
  public Integer call() {
    var facts = facts(Objects.requireNonNull(main));
    var out = spec.commandLine().getOut();
    switch (format) {
      case json -> out.println(new JsonMapper().writeValueAsString(facts));
      case table -> facts.forEach((name, value) -> {
        if (value instanceof Map<?, ?> inner) {
          inner.forEach((part, fact) -> out.printf("%-24s %s%n", name + "." + part, shown(fact)));
        } else {
          out.printf("%-24s %s%n", name, shown(value));
        }
      });
    }
    out.flush();
    return 0;
  }

  private static Object shown(@Nullable Object fact) {
    return fact == null ? "-" : fact;
  }

  private static Map<String, @Nullable Object> facts(Main main) {
    var directory = main.directory();
    try (var store = StoreView.open(directory, main.askedEnvironment())) {
      var head = store.head();
      var readModel = ReadModel.peek(directory, Codecs.version());
      var reached = readModel.map(model -> model.position()).orElse(0L);
      var model = new LinkedHashMap<String, @Nullable Object>();
      model.put("file", readModel.map(known -> known.file().toString()).orElse(null));
      model.put("position", reached);
      model.put("fingerprint", readModel.map(known -> known.fingerprint()).orElse(null));
      model.put("lag", head.position() - reached);
      var facts = new LinkedHashMap<String, @Nullable Object>();
      facts.put("events", head.position());
      facts.put("position", head.position());
      facts.put("head", head.hash());
      facts.put("readModel", model);
      facts.put("erasing", new ErasureMark(directory).isSet());
      facts.put("storeId", store.info().storeId());
      facts.put("formatVersion", store.info().formatVersion());
      facts.put("zone", store.info().zone().getId());
      facts.put("environment", store.info().environment());
      return facts;
    }
  }
}
