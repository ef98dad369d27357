package org.fractalgoals.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.fractalgoals.domain.session.SessionCommand.ChangeSession;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetData;
import org.fractalgoals.domain.session.SessionEvent;
import org.fractalgoals.domain.session.SessionId;
import org.fractalgoals.domain.session.SessionState;
import org.fractalgoals.eventstore.axon.SqliteEventStorageEngine;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.jspecify.annotations.Nullable;

/** Loads a session that was saved 500 times with 2 KB of data, with and without its snapshot. */
final class SessionLoadBenchmark implements Benchmark {

  private static final int AUTOSAVES = 500;
  private static final int ROUNDS = 200;
  private static final String STREAM = "session/s";

  @Override
  public Map<String, Object> run(Path directory) throws Exception {
    try (var world = new World(directory)) {
      world.fractal("root", 2);
      world.append("root", List.of(world.session("s", "root", "root-1")));
      for (int save = 0; save < AUTOSAVES; save++) {
        save(world, save);
      }
      var figures = new LinkedHashMap<String, Object>();
      figures.put("autosaves", AUTOSAVES);
      figures.put("loadByEventsMsMedian", median(() -> byEvents(world)));
      figures.put("loadBySnapshotMsMedian", median(() -> bySnapshot(world)));
      var next = new int[] {AUTOSAVES};
      figures.put("autosaveMsMedian", median(() -> save(world, next[0]++)));
      return figures;
    }
  }

  private static Object save(World world, int number) {
    var data = JsonTexts.of("{\"save\":%d,\"sections\":[{\"name\":\"%s\"}]}".formatted(number,
        "x".repeat(2_000)));
    return world.application.commands().send(
        new ChangeSession(new SessionId("s"), "root", List.of(new SetData(data))), world.origin());
  }

  private static SessionState byEvents(World world) {
    @Nullable SessionState state = null;
    for (var event : world.application.store().stream(STREAM, 0)) {
      state = SessionState.after(state, (SessionEvent) event.payload());
    }
    return Objects.requireNonNull(state);
  }

  private static SessionState bySnapshot(World world) {
    var engine = new SqliteEventStorageEngine(world.application.store(),
        List.of(SessionState.class));
    var snapshot = engine.readSnapshot(STREAM).orElseThrow();
    var state = (SessionState) snapshot.getPayload();
    for (var event : engine.readEvents(STREAM, snapshot.getSequenceNumber() + 1).asStream()
        .toList()) {
      state = state.evolve((SessionEvent) event.getPayload());
    }
    return state;
  }

  private interface Step {
    Object run();
  }

  private static double median(Step step) {
    var milliseconds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      Objects.requireNonNull(step.run());
      milliseconds[round] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(milliseconds);
    return milliseconds[ROUNDS / 2];
  }
}
