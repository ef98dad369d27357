package org.fractalgoals.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.fractalgoals.process.Http;
import tools.jackson.databind.JsonNode;

/**
 * The life of a goal and of what is below it, one command after the other. What can be seen of it tells how many of them
 * were carried out: all that were acknowledged, and perhaps the one that was under way. For one thread at a time.
 */
final class Plot {

  /** One command, which is done when it returns. */
  @FunctionalInterface
  private interface Command {
    void send(Plot plot, Http server) throws Exception;
  }

  private static final List<Command> LIFE = List.of(
      (plot, server) -> plot.make("goal", server, "/goals",
          "{\"name\":\"%s\",\"type\":\"LongTermGoal\",\"parent_id\":\"%s\"}".formatted(plot.name,
              plot.ground.top())),
      (plot, server) -> plot.make("child", server, "/goals",
          "{\"name\":\"Child\",\"type\":\"ShortTermGoal\",\"parent_id\":\"%s\"}"
              .formatted(plot.id("goal"))),
      (plot, server) -> plot.make("session", server, "/sessions",
          "{\"name\":\"Practice\",\"parent_ids\":[\"%s\"]}".formatted(plot.id("child"))),
      (plot, server) -> plot.make("instance", server,
          "/sessions/%s/activities".formatted(plot.id("session")),
          "{\"activity_definition_id\":\"%s\"}".formatted(plot.ground.activity())),
      (plot, server) -> plot.change(server, "PUT",
          "/sessions/%s/activities/%s/metrics".formatted(plot.id("session"), plot.id("instance")),
          "{\"metrics\":[{\"metric_id\":\"%s\",\"value\":%s}]}".formatted(plot.ground.metric(),
              plot.value)),
      (plot, server) -> plot.change(server, "PUT", "/goals/" + plot.id("goal"),
          "{\"name\":\"%s\"}".formatted(plot.newName())),
      (plot, server) -> plot.change(server, "PATCH",
          "/goals/%s/complete".formatted(plot.id("child")), "{\"completed\":true}"),
      (plot, server) -> plot.change(server, "DELETE", "/goals/" + plot.id("goal"), ""),
      (plot, server) -> plot.change(server, "POST", "/goals/%s/restore".formatted(plot.id("goal")),
          ""));

  private static final int RENAMED = 6;
  private static final int COMPLETED = 7;
  private static final int DELETED = 8;

  private final Ground ground;
  private final String name;
  private final double value;
  private final Map<String, String> ids = new HashMap<>();
  private int acknowledged;
  private boolean underWay;

  /**
   * @param number of this plot, which no other one on that ground has
   */
  Plot(Ground ground, int number) {
    this.ground = ground;
    this.name = "Plot %d of %s".formatted(number, ground.top());
    this.value = number + 0.5;
  }

  boolean isOver() {
    return acknowledged == LIFE.size();
  }

  /** Sends the next command. If that throws, it is not known whether it was carried out. */
  void goOn(Http server) throws Exception {
    underWay = true;
    LIFE.get(acknowledged).send(this, server);
    underWay = false;
    acknowledged++;
  }

  /** Id of the goal that all else is below; it must have been made. */
  String goalId() {
    return id("goal");
  }

  private void make(String what, Http server, String path, String body) throws Exception {
    ids.put(what, ground.ask(server, "POST", path, body).get("id").asString());
  }

  private void change(Http server, String method, String path, String body) throws Exception {
    ground.ask(server, method, path, body);
  }

  private String id(String what) {
    return Objects.requireNonNull(ids.get(what));
  }

  private String newName() {
    return name + " renamed";
  }

  /** Compares what can be seen with what must be seen; from then on nothing is under way. */
  void requireWhole(Harvest harvest) throws Exception {
    var seen = seen(harvest);
    if (underWay && acknowledged < LIFE.size() && seen.equals(expected(acknowledged + 1))) {
      acknowledged++;
    }
    underWay = false;
    assertThat(seen).as("%s on %s after %d commands", name, ground, acknowledged)
        .isEqualTo(expected(acknowledged));
  }

  private List<String> expected(int commands) {
    if (commands == DELETED) {
      return List.of("deleted, 3 in all");
    }
    var expected = new ArrayList<>(List.of("goal " + (commands < RENAMED ? name : newName()),
        "child" + (commands < COMPLETED ? "" : ", completed"), "session", "instance",
        "value " + value));
    return List.copyOf(expected.subList(0, Math.min(commands, expected.size())));
  }

  private List<String> seen(Harvest harvest) throws Exception {
    var seen = new ArrayList<String>();
    for (var deleted : harvest.deleted(name, newName())) {
      recognise("goal", deleted);
      seen.add("deleted, %d in all".formatted(deleted.get("count").asInt()));
    }
    for (var goal : harvest.goals(name, newName())) {
      seen.add("goal " + goal.get("name").asString());
      recognise("goal", goal);
      for (var child : goal.get("children")) {
        seen.add("child" + (child.at("/attributes/completed").asBoolean() ? ", completed" : ""));
        recognise("child", child);
        for (var session : child.get("children")) {
          seen.add("session");
          recognise("session", session);
          addInstances(harvest, seen);
        }
      }
    }
    return seen;
  }

  private void addInstances(Harvest harvest, List<String> seen) throws Exception {
    for (var instance : harvest.instances(id("session"))) {
      seen.add("instance");
      recognise("instance", instance);
      for (var measured : instance.get("metric_values")) {
        seen.add("value " + measured.get("value").asDouble());
      }
    }
  }

  /** What was acknowledged has the id that was told. */
  private void recognise(String what, JsonNode thing) {
    var id = thing.get("id").asString();
    assertThat(ids.getOrDefault(what, id)).as("id of the %s of %s on %s", what, name, ground)
        .isEqualTo(id);
    ids.put(what, id);
  }
}
