package org.fractalgoals.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.fractalgoals.eventstore.Codecs;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreOptions;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.file.Contents;
import org.fractalgoals.projections.rebuild.RebuildProgress;
import org.fractalgoals.projections.rebuild.RebuildProgress.Phase;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One measured pass over all events of a store, in a process that has just started. */
final class RebuildRun {

  private static final int BATCH = 1_000;

  private RebuildRun() {}

  /** What a run is to do. */
  enum Way {
    /** Builds the read model. */
    REBUILD,
    /** Reads and decodes the events on one thread, and does nothing with them. */
    READ,
    /** Lets Axon's processor apply the events. */
    STOCK
  }

  /**
   * Runs in a process of its own.
   *
   * @param store directory of the store
   * @param settings of the stock processor: batch size and segments
   * @return figures, among them {@code seconds}, {@code eventsPerSecond} and {@code peakResidentMb}
   */
  static Map<String, Object> start(Way way, Path store, int heapMb, Integer... settings)
      throws Exception {
    var work = Files.createTempDirectory(store, "run");
    try {
      var arguments = new ArrayList<>(List.of(way.name(), store.toString(), work.toString()));
      List.of(settings).forEach(setting -> arguments.add(setting.toString()));
      long peak = Child.run(RebuildRun.class, heapMb, work.resolve("output"), arguments);
      var figures = new LinkedHashMap<String, Object>();
      figures.putAll(JsonMapper.shared().readValue(work.resolve("figures"), JsonNode.class)
          .properties().stream().collect(LinkedHashMap::new,
              (map, entry) -> map.put(entry.getKey(), entry.getValue()), Map::putAll));
      figures.put("peakResidentMb", peak);
      return figures;
    } finally {
      FileSystemUtils.deleteRecursively(work);
    }
  }

  public static void main(String[] arguments) throws Exception {
    var work = Path.of(arguments[2]);
    try (var store = SqliteEventStore.open(Path.of(arguments[1]),
        new StoreOptions(null, "testing", Clock.systemUTC()))) {
      var figures = new LinkedHashMap<String, Object>();
      double seconds = switch (Way.valueOf(arguments[0])) {
        case REBUILD -> rebuild(work, store, figures);
        case READ -> read(store);
        case STOCK -> stock(work, store, Integer.parseInt(arguments[3]),
            Integer.parseInt(arguments[4]), figures);
      };
      figures.put("seconds", seconds);
      figures.put("eventsPerSecond", Math.round(store.head().position() / seconds));
      JsonMapper.shared().writeValue(work.resolve("figures"), figures);
    }
  }

  private static double stock(Path work, SqliteEventStore store, int batchSize, int segments,
      Map<String, Object> figures) throws Exception {
    var result = new StockProcessor(store, batchSize, segments).run(work);
    figures.put("batchSize", batchSize);
    figures.put("segments", segments);
    figures.put("rows", rows(result.contents()));
    return result.seconds();
  }

  private static double rebuild(Path work, SqliteEventStore store, Map<String, Object> figures) {
    long start = System.nanoTime();
    var phases = new Phases();
    var contents = ReadModel.build(work, store, Codecs.version(), Clock.systemUTC(), phases);
    figures.put("rows", rows(contents));
    figures.put("phases", phases.seconds);
    return (System.nanoTime() - start) / 1e9;
  }

  private static long rows(Contents contents) {
    return contents.rows().values().stream().mapToLong(Long::longValue).sum();
  }

  private static double read(SqliteEventStore store) {
    long start = System.nanoTime();
    var batch = store.readAfter(store.headAt(0).orElseThrow(), BATCH);
    while (!batch.last().equals(store.head())) {
      batch = store.readAfter(batch.last(), BATCH);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** How long each phase of a rebuild takes. */
  private static final class Phases implements Consumer<RebuildProgress> {

    private final Map<Phase, Double> seconds = new LinkedHashMap<>();
    private Phase phase = Phase.LOADING;
    private long since = System.nanoTime();

    @Override
    public void accept(RebuildProgress progress) {
      if (progress.phase() != phase) {
        seconds.put(phase, (System.nanoTime() - since) / 1e9);
        phase = progress.phase();
        since = System.nanoTime();
      }
    }
  }
}
