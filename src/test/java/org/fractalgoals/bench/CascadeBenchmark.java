package org.fractalgoals.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.goal.GoalCommand.ToggleCompletion;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.session.SessionEvent;
import org.fractalgoals.domain.trash.Delete;
import org.fractalgoals.domain.trash.Restore;

/**
 * Deletes and restores a fractal with 10 000 sessions, until it can be read, while somebody else works on another
 * fractal.
 */
final class CascadeBenchmark implements Benchmark {

  private static final int GOALS = 30;
  private static final int SESSIONS = 10_000;
  private static final int ROUNDS = 5;

  @Override
  public Map<String, Object> run(Path directory) throws Exception {
    try (var world = new World(directory)) {
      world.fractal("big", GOALS);
      world.fractal("small", 2);
      var sessions = new ArrayList<SessionEvent>();
      for (int session = 0; session < SESSIONS; session++) {
        sessions.add(world.session("s" + session, "big", "big-" + (1 + session % (GOALS - 1))));
      }
      world.append("big", sessions);

      var deletions = new ArrayList<Double>();
      var restorations = new ArrayList<Double>();
      var others = new Others(world);
      for (int round = 0; round < ROUNDS; round++) {
        deletions.add(milliseconds(world, new Delete(EntityRef.goal("big"), "big")));
        restorations
            .add(milliseconds(world, new Restore(EntityRef.goal("big"), "big", null, null)));
      }
      var figures = new LinkedHashMap<String, Object>();
      figures.put("sessions", SESSIONS);
      figures.put("deleteMs", deletions);
      figures.put("restoreMs", restorations);
      figures.put("longestWaitOfOthersMs", others.stop());
      return figures;
    }
  }

  private static double milliseconds(World world, Object command) {
    long start = System.nanoTime();
    world.application.commands().send(command, world.origin());
    return (System.nanoTime() - start) / 1e6;
  }

  /** Somebody who completes and reopens a goal of another fractal all the time. */
  private static final class Others {

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CompletableFuture<List<Double>> waits;

    Others(World world) {
      waits = CompletableFuture.supplyAsync(() -> {
        var milliseconds = new ArrayList<Double>();
        while (!stopped.get()) {
          milliseconds.add(CascadeBenchmark.milliseconds(world,
              new ToggleCompletion(new GoalId("small-1"), "small")));
        }
        return milliseconds;
      });
    }

    double stop() {
      stopped.set(true);
      return waits.join().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
  }
}
