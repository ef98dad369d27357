package org.fractalgoals.api.http;

import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;

/** A fractal with something of every kind in it, and requests to all routes about it. */
final class EveryRoute {

  /** What can be asked again and again. */
  record Request(String method, String path, String body) {

    Answer sendTo(RunningServer server) {
      return server.send(method, path, body);
    }
  }

  private final Practice practice;
  private final String root;
  private final String session;
  private final String activity;
  private final String instance;
  private final String group;
  private final String template;
  private final String note;
  private final String program;
  private final String day;

  private EveryRoute(Practice practice) {
    this.practice = practice;
    this.root = "/api/" + practice.root();
    this.session = practice.session("Morning");
    this.activity = practice.activity("Tie knots");
    this.instance = practice.instance(session, activity);
    this.group = create("/activity-groups", "First");
    this.template = create("/session-templates", "First");
    this.note = practice.note("instance", instance, "First");
    var planned = plan("First");
    this.program = planned.id();
    this.day = "/programs/%s/blocks/%s/days/%s".formatted(program,
        planned.at("/blocks/0/id").stringValue(), planned.at("/blocks/0/days/0/id").stringValue());
  }

  static EveryRoute on(RunningServer server) {
    return new EveryRoute(Practice.on(server));
  }

  private String create(String collection, String name) {
    return practice.server().post(root + collection, """
      {"name":"%s","template_data":{"a":1}}
      """.formatted(name)).ok(201).id();
  }

  /** A program of a block of a day with a planned session. */
  private Answer plan(String name) {
    return practice.server().post(root + "/programs", """
      {"name":"%s","start_date":"2031-01-06","end_date":"2031-01-06","selectedGoals":["%s"],
       "weeklySchedule":[{"startDate":"2031-01-06","endDate":"2031-01-06",
         "weeklySchedule":{"monday":["%s"]}}]}
      """.formatted(name, practice.goal(), template)).ok(201);
  }

  private void delete(String path) {
    practice.server().delete(root + path).ok(200);
  }

  /** Adds some of every kind, live and deleted. */
  void add(String name) {
    var server = practice.server();
    var added = practice.session(name);
    practice.goal("ImmediateGoal", added, name);
    for (int each = 0; each < 3; each++) {
      var performed = practice.instance(added, activity);
      server.put(root + "/sessions/%s/activities/%s/metrics".formatted(added, performed), """
        {"metrics":[{"metric_id":"%1$s-pace","value":1},
          {"metric_id":"%1$s-pace","split_id":"%1$s-left","value":2}]}
        """.formatted(activity)).ok(200);
    }
    server.put(root + "/sessions/" + added, """
      {"session_data":{"sections":[{"activity_ids":["%s"]}]}}
      """.formatted(practice.instance(added, activity))).ok(200);
    delete("/sessions/%s/activities/%s".formatted(added, practice.instance(added, activity)));
    practice.note("instance", practice.instance(added, activity), name);
    practice.note("instance", instance, name);
    delete("/notes/" + practice.note("session", session, name));
    delete("/sessions/" + practice.session(name));
    plan(name);
    delete("/programs/" + plan(name).id());
    delete("/goals/" + practice.goal("MidTermGoal", practice.root(), name));
    for (var collection : List.of("/activities", "/activity-groups", "/session-templates")) {
      create(collection, name);
      delete(collection + "/" + create(collection, name + ", old"));
    }
  }

  /** What only reads. */
  List<Request> reads() {
    var paths = new ArrayList<>(List.of("/api/fractals", "/api/goals", "/api/practice-sessions",
        "/api/trash", "/api/goals/" + practice.goal(), "/api/goals/" + session, "/health"));
    for (var path : List.of("/goals", "/goals/" + practice.goal(), "/goals/" + session, "/sessions",
        "/sessions/" + session, "/sessions/%s/activities".formatted(session), "/activity-instances",
        "/activities", "/activity-groups", "/session-templates", "/session-templates/" + template,
        "/programs", "/programs/" + program,
        "/trash", "/metrics/%s-pace/values?limit=2".formatted(activity), "/notes", "/notes/" + note,
        "/notes?context=goal/" + practice.goal(), "/notes?context=session/" + session,
        "/notes?limit=2&context=instance/" + instance, "/notes?context=activity/" + activity)) {
      paths.add(root + path);
    }
    return paths.stream().map(path -> new Request("GET", path, "")).toList();
  }

  /** What changes one thing. */
  List<Request> changes() {
    var goal = root + "/goals/" + practice.goal();
    var performed = root + "/activity-instances/" + instance;
    var inSession = root + "/sessions/%s/activities/%s".formatted(session, instance);
    return List.of(
        new Request("PUT", goal, "{\"name\":\"x\",\"deadline\":\"2031-01-02\",\"targets\":[{}]}"),
        new Request("PATCH", goal + "/complete", ""),
        new Request("PUT", "/api/goals/" + practice.goal(), "{\"description\":\"x\"}"),
        new Request("POST", "/api/goals/%s/targets".formatted(session), "{}"),
        new Request("PATCH", root + "/goals/%s/complete".formatted(session), ""),
        new Request("PUT", root + "/sessions/" + session, "{\"session_data\":{\"a\":1}}"),
        new Request("POST", performed + "/start", ""),
        new Request("POST", performed + "/stop", ""),
        new Request("PUT", performed, "{\"notes\":\"x\",\"sets\":[1]}"),
        new Request("PUT", inSession, "{\"completed\":true}"),
        new Request("PUT", inSession + "/metrics",
            "{\"metrics\":[{\"metric_id\":\"%s-pace\",\"value\":3}]}".formatted(activity)),
        new Request("POST", root + "/sessions/%s/activities/reorder".formatted(session),
            "{\"activity_ids\":[\"%s\"]}".formatted(instance)),
        new Request("PUT", root + "/activities/" + activity, """
          {"name":"x","group_id":"%s","metrics":[{"id":"%s-pace","name":"x","unit":"s"}]}
          """.formatted(group, activity)),
        new Request("PUT", root + "/activity-groups/" + group, "{\"name\":\"x\"}"),
        new Request("PUT", root + "/session-templates/" + template, "{\"name\":\"x\"}"),
        new Request("PUT", root + "/notes/" + note, "{\"content\":\"x\"}"),
        new Request("PUT", root + "/programs/" + program,
            "{\"name\":\"x\",\"selectedGoals\":[\"%s\"]}".formatted(practice.root())),
        new Request("PUT", root + day,
            "{\"name\":\"x\",\"template_ids\":[\"%s\"]}".formatted(template)));
  }

  /** What creates, moves, deletes and brings back; each once. */
  List<Request> upheavals() {
    var goal = root + "/goals/" + practice.goal();
    var requests = new ArrayList<>(List.of(
        new Request("POST", "/api/goals", "{\"name\":\"x\",\"type\":\"NanoGoal\"}"),
        new Request("POST", "/api/goals/practice-session", """
          {"parent_ids":["%s"],"immediate_goals":[{"name":"x"}]}
          """.formatted(practice.goal())),
        new Request("POST", root + "/activity-instances", """
          {"practice_session_id":"%s","activity_definition_id":"%s"}
          """.formatted(session, activity)),
        new Request("POST", root + "/notes", """
          {"context":{"kind":"instance","id":"%s"},"set_index":1,"content":"x"}
          """.formatted(instance)),
        new Request("POST", root + day + "/copy", "{\"target_mode\":\"all\"}"),
        new Request("POST", root + day.replaceFirst("/days/.*", "/goals"), """
          {"goal_id":"%s","deadline":"2031-01-06"}
          """.formatted(practice.goal())),
        new Request("PUT", root + "/activity-groups/reorder",
            "{\"group_ids\":[\"%s\"]}".formatted(group)),
        new Request("POST", root + "/goals/%s/reorder".formatted(practice.root()),
            "{\"goal_ids\":[\"%s\"]}".formatted(practice.goal())),
        new Request("POST", goal + "/move", """
          {"parent":{"kind":"goal","id":"%s"}}
          """.formatted(practice.goal("ShortTermGoal", practice.root(), "Tides")))));
    deletions().forEach(path -> requests.add(new Request("DELETE", path, "")));
    deletions().reversed().forEach(path -> requests.add(new Request("POST",
        path.replaceFirst("/sessions/.*/activities/", "/activity-instances/") + "/restore", "")));
    return requests;
  }

  private List<String> deletions() {
    return List.of(root + "/notes/" + note, root + day, root + "/programs/" + program,
        root + "/sessions/%s/activities/%s".formatted(session, instance),
        root + "/sessions/" + session, root + "/activities/" + activity,
        root + "/activity-groups/" + group, root + "/session-templates/" + template,
        root + "/goals/" + practice.goal(), "/api/fractals/" + practice.root());
  }
}
