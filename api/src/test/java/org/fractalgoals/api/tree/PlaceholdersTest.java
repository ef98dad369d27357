package org.fractalgoals.api.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.fractalgoals.api.Placeholders;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an import found to be missing is shown nowhere, until a later one brings it. */
class PlaceholdersTest {

  private static final List<String> LISTS = List.of("goals", "sessions", "activities",
      "activity-groups", "session-templates", "programs", "activity-instances", "notes", "trash");

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private final Practice practice = Practice.on(SERVER);
  private final String root = practice.root();
  private final Placeholders imports = new Placeholders(SERVER);

  private String next() {
    return SERVER.application().store().ids().next();
  }

  private Stream<String> everything() {
    var own = LISTS.stream().map(list -> "/api/%s/%s".formatted(root, list));
    return Stream.concat(own, Stream.of("/api/fractals", "/api/goals", "/api/trash"))
        .map(path -> SERVER.get(path).ok(200).text());
  }

  @Test
  void no_list_shows_what_is_missing_nor_what_is_below_it() {
    var session = EntityRef.session(practice.session("Morning"));
    var activity = EntityRef.activity(practice.activity("Row"));
    var program = EntityRef.program(next());
    var block = EntityRef.block(next());
    var lost = EntityRef.goal(next());
    var missing = Stream.of(imports.missing(lost, lost.id()),
        imports.missing(EntityRef.goal(next()), root),
        imports.missing(EntityRef.session(next()), root),
        imports.missing(EntityRef.activity(next()), root),
        imports.missing(EntityRef.group(next()), root),
        imports.missing(EntityRef.template(next()), root),
        imports.missing(program, root),
        imports.missing(block, root, program, program),
        imports.missing(EntityRef.day(next()), root, block, program),
        imports.missing(EntityRef.instance(next()), root, session, session),
        imports.missing(EntityRef.metric(next()), root, activity, activity),
        imports.missing(EntityRef.split(next()), root, activity, activity)).toList();
    var below = next();
    imports.bring(lost.id(), created(below, lost.id(), lost));

    imports.append();

    assertThat(everything())
        .allSatisfy(text -> assertThat(text).doesNotContain(missing).doesNotContain(below));
  }

  private static GoalCreated created(String id, String rootId, EntityRef parent) {
    return new GoalCreated(id, rootId, parent, "ShortTermGoal", "Name", "", null, null, 0,
        LocalDate.of(2031, 1, 6), RunningServer.START);
  }

  @Test
  void a_session_that_is_brought_later_has_what_was_performed_in_it() {
    var session = EntityRef.session(next());
    var activity = EntityRef.activity(next());
    var metric = EntityRef.metric(next());
    var instance = next();
    imports.missing(session, root);
    imports.missing(activity, root);
    imports.missing(metric, root, activity, activity);
    imports.bring(root, new InstanceAdded(session.id(), instance, activity.id(), 0, null))
        .bring(root, new MetricRecorded(session.id(), instance, next(), metric.id(), null, 7,
            false, null))
        .append();
    SERVER.get(practice.sessions("/" + session.id())).problem(404);
    SERVER.put(practice.sessions("/%s/activities/%s".formatted(session.id(), instance)),
        "{\"notes\":\"x\"}").problem(404);

    imports.bring(root, new SessionCreated(session.id(), root, EntityRef.goal(practice.goal()),
        List.of(), "Evening", "", null, null, null, null, null, null, LocalDate.of(2031, 1, 6),
        RunningServer.START)).append();

    var performed = SERVER.get(practice.sessions("/%s/activities".formatted(session.id()))).ok(200);
    assertThat(performed.at("/0/id").stringValue()).isEqualTo(instance);
    assertThat(performed.at("/0/metric_values/0/value").doubleValue()).isEqualTo(7);
    SERVER.put(practice.sessions("/%s/activities/%s".formatted(session.id(), instance)),
        "{\"notes\":\"x\"}").ok(200);

    imports.bring(root, new ActivityDefined(activity.id(), root, "Row", "", Set.of(), null,
        RunningServer.START)).append();
    SERVER.put("/api/%s/activities/%s".formatted(root, activity.id()), "{\"name\":\"Rowing\"}")
        .ok(200);
  }

  @Test
  void a_fractal_is_deleted_and_restored_around_what_stands_below_a_placeholder() {
    var lost = EntityRef.goal(next());
    var below = next();
    imports.missing(lost, root);
    imports.bring(root, created(below, root, lost)).append();
    SERVER.delete("/api/%s/goals/%s".formatted(root, below)).problem(404);

    SERVER.delete("/api/fractals/" + root).ok(200);
    assertThat(SERVER.get("/api/trash").ok(200).text()).doesNotContain(below);
    SERVER.post("/api/fractals/%s/restore".formatted(root), "").ok(200);
    imports.bring(root, created(lost.id(), root, EntityRef.goal(root))).append();

    SERVER.get("/api/%s/goals/%s".formatted(root, below)).ok(200);
    SERVER.delete("/api/%s/goals/%s".formatted(root, lost.id())).ok(200);
  }

  @Test
  void nobody_takes_the_id_of_something_that_is_missing() {
    var session = EntityRef.session(practice.session("Morning"));
    var instance = next();
    imports.missing(EntityRef.instance(instance), root, session, session);
    imports.append();

    SERVER.post(practice.sessions("/%s/activities".formatted(session.id())), """
      {"instance_id":"%s","activity_definition_id":"%s"}
      """.formatted(instance, practice.activity("Row"))).problem(409);
  }
}
