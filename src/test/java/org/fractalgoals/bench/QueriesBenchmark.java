package org.fractalgoals.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import org.fractalgoals.projections.goal.GoalQueries;
import org.fractalgoals.projections.session.InstanceQueries;
import org.fractalgoals.projections.session.InstanceRow;
import org.fractalgoals.projections.session.MetricQueries;
import org.fractalgoals.projections.tree.TreeQueries;

/**
 * Six questions about one fractal among 200 with a million metric values: to the read model, to a read model with a tenth
 * of the fractals, and to a file of the legacy application with the same facts.
 */
final class QueriesBenchmark implements Benchmark {

  private static final int ROOTS = 200;
  private static final int FEWER_ROOTS = 20;
  private static final int ROUNDS = 101;
  private static final int WARM_UP = 50;
  private static final int ROUNDS_OF_LEGACY = 5;
  private static final String TYPE = "ShortTermGoal";

  /** A question; answers how many rows it got. */
  @FunctionalInterface
  private interface Question {
    int ask() throws Exception;
  }

  @Override
  public Map<String, Object> run(Path directory) throws Exception {
    var many = QueryFacts.readModel(directory.resolve("many.db"), ROOTS);
    var few = QueryFacts.readModel(directory.resolve("few.db"), FEWER_ROOTS);
    var legacy = directory.resolve("legacy.db");
    QueryFacts.legacy(legacy, many.path());
    try (var readersOfMany = many.openReaders();
        var readersOfFew = few.openReaders();
        var connection = DriverManager.getConnection("jdbc:sqlite:" + legacy)) {
      return compare(ours(readersOfMany), ours(readersOfFew),
          theirs(new LegacyQueries(connection)));
    }
  }

  private static Map<String, Object> compare(Map<String, Question> many, Map<String, Question> few,
      Map<String, Question> legacy) throws Exception {
    var figures = new LinkedHashMap<String, Object>();
    for (var question : many.entrySet()) {
      var name = question.getKey();
      var amongFew = Objects.requireNonNull(few.get(name));
      var ofLegacy = Objects.requireNonNull(legacy.get(name));
      int rows = question.getValue().ask();
      requireSame(name, rows, amongFew.ask());
      requireSame(name, rows, ofLegacy.ask());
      figures.put(name, figures(rows, alternately(question.getValue(), amongFew),
          median(times(ofLegacy, ROUNDS_OF_LEGACY))));
    }
    return figures;
  }

  record Figures(int rows, double ms, double legacyMs, double timesFaster,
      double msAmongFewerRoots, double timesSlowerAmongMore) {}

  private static void requireSame(String question, int rows, int others) {
    if (rows != others || rows == 0) {
      throw new IllegalStateException("%s: %d rows here, %d there".formatted(question, rows,
          others));
    }
  }

  private static Map<String, Question> ours(DataSource readers) {
    var instances = new InstanceQueries(readers);
    var metrics = new MetricQueries(readers);
    var goals = new GoalQueries(readers);
    var trees = new TreeQueries(readers);
    var root = id("goal");
    var questions = new LinkedHashMap<String, Question>();
    questions.put("instancesOfRoot", () -> withValues(instances.ofFractal(root)));
    questions.put("historyOfMetric",
        () -> metrics.values(root, id("metr"), null, null, null, 1_000).size());
    questions.put("instancesOfSession",
        () -> withValues(instances.ofSession(root, id("sess"))));
    questions.put("goalsOfType", () -> goals.goalsOfType(root, TYPE).size());
    questions.put("completedGoals", () -> goals.completedGoals(root, TYPE).size());
    questions.put("sessions", () -> trees.sessions(root).stream()
        .mapToInt(tree -> 1 + withValues(tree.instances())).sum());
    return questions;
  }

  private static int withValues(List<InstanceRow> instances) {
    return instances.stream().mapToInt(instance -> 1 + instance.values().size()).sum();
  }

  private static Map<String, Question> theirs(LegacyQueries legacy) {
    var root = id("goal");
    return Map.of("instancesOfRoot", () -> legacy.instancesOfRoot(root), "historyOfMetric",
        () -> legacy.historyOfMetric(root, id("metr")), "instancesOfSession",
        () -> legacy.instancesOfSession(id("sess")), "goalsOfType",
        () -> legacy.goalsOfType(root, TYPE), "completedGoals",
        () -> legacy.completedGoals(root, TYPE), "sessions", () -> legacy.sessions(root));
  }

  /** Of the first thing of a kind, as the script makes it. */
  private static String id(String kind) {
    return "%08x-%s-%08x".formatted(0, kind, 0);
  }

  private static Figures figures(int rows, List<Double> medians, double legacy) {
    double many = medians.get(0);
    double few = medians.get(1);
    return new Figures(rows, many, legacy, legacy / many, few, many / few);
  }

  /** The medians of two questions, asked in turn: whatever else goes on is the same for both. */
  private static List<Double> alternately(Question one, Question other) throws Exception {
    times(one, WARM_UP);
    times(other, WARM_UP);
    var ofOne = new ArrayList<Double>();
    var ofOther = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      ofOne.addAll(times(one, 1));
      ofOther.addAll(times(other, 1));
    }
    return List.of(median(ofOne), median(ofOther));
  }

  private static List<Double> times(Question question, int rounds) throws Exception {
    var milliseconds = new ArrayList<Double>();
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      question.ask();
      milliseconds.add((System.nanoTime() - start) / 1e6);
    }
    return milliseconds;
  }

  private static double median(List<Double> milliseconds) {
    return milliseconds.stream().sorted().skip(milliseconds.size() / 2).findFirst().orElseThrow();
  }
}
