package org.fractalgoals.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.ActivityFacts.metric;
import static org.fractalgoals.projections.fixture.ActivityFacts.template;
import static org.fractalgoals.projections.fixture.GoalFacts.created;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.NoteFacts.note;
import static org.fractalgoals.projections.fixture.ProgramFacts.block;
import static org.fractalgoals.projections.fixture.ProgramFacts.day;
import static org.fractalgoals.projections.fixture.ProgramFacts.planned;
import static org.fractalgoals.projections.fixture.ProgramFacts.program;
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.recorded;
import static org.fractalgoals.projections.fixture.SessionFacts.session;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.projections.activity.ActivityQueries;
import org.fractalgoals.projections.activitygroup.GroupQueries;
import org.fractalgoals.projections.fixture.Projected;
import org.fractalgoals.projections.fixture.SqlRecorder;
import org.fractalgoals.projections.goal.GoalQueries;
import org.fractalgoals.projections.note.NoteQueries;
import org.fractalgoals.projections.program.ProgramQueries;
import org.fractalgoals.projections.session.InstanceQueries;
import org.fractalgoals.projections.session.MetricQueries;
import org.fractalgoals.projections.template.TemplateQueries;
import org.fractalgoals.projections.trash.TrashQueries;
import org.fractalgoals.projections.tree.TreeQueries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every question takes the same few statements, however many rows there are, and all of them see the same moment. */
class StatementCountTest {

  @TempDir Path directory;

  private static Map<String, Supplier<?>> questions(DataSource readers) {
    var goals = new GoalQueries(readers);
    var trees = new TreeQueries(readers);
    var instances = new InstanceQueries(readers);
    var metrics = new MetricQueries(readers);
    var activities = new ActivityQueries(readers);
    var groups = new GroupQueries(readers);
    var templates = new TemplateQueries(readers);
    var notes = new NoteQueries(readers);
    var programs = new ProgramQueries(readers);
    var trash = new TrashQueries(readers);
    var questions = new LinkedHashMap<String, Supplier<?>>();
    questions.put("fractals", goals::fractals);
    questions.put("tree of a goal", () -> trees.tree("r", EntityRef.goal("r")).orElseThrow());
    questions.put("tree of a session",
        () -> trees.tree("r", EntityRef.session("s0")).orElseThrow());
    questions.put("trees", trees::trees);
    questions.put("sessions", () -> trees.sessions("r"));
    questions.put("all sessions", trees::allSessions);
    questions.put("session", () -> trees.session("r", "s0").orElseThrow());
    questions.put("flat session", () -> trees.flat("r", "s0").orElseThrow());
    questions.put("instances", () -> instances.ofSession("r", "s0"));
    questions.put("instances of a fractal", () -> instances.ofFractal("r"));
    questions.put("instance", () -> instances.instance("r", "s0i0").orElseThrow());
    questions.put("values", () -> metrics.values("r", "m", null, null, null, 1_000));
    questions.put("activities", () -> activities.activities("r"));
    questions.put("activity", () -> activities.activity("r", "x").orElseThrow());
    questions.put("groups", () -> groups.groups("r"));
    questions.put("templates", () -> templates.templates("r"));
    questions.put("notes", () -> notes.ofFractal("r", null, 1_000));
    questions.put("notes of a session", () -> notes.ofSession("r", "s0", null, 1_000));
    questions.put("programs", () -> programs.programs("r"));
    questions.put("program", () -> programs.program("r", "p0").orElseThrow());
    questions.put("note", () -> notes.note("r", "n0").orElseThrow());
    questions.put("trash", trash::trash);
    questions.put("trash of a fractal", () -> trash.trash("r").orElseThrow());
    return questions;
  }

  private Map<String, Integer> counts(Projected projected) {
    var recorder = new SqlRecorder();
    var counts = new LinkedHashMap<String, Integer>();
    questions(recorder.listeningTo(projected.readers())).forEach((name, question) -> {
      int before = recorder.count();
      assertThat(question.get()).as(name).isNotNull();
      counts.put(name, recorder.count() - before);
    });
    return counts;
  }

  private static void add(Projected projected, int from, int to) throws Exception {
    var events = new ArrayList<DomainEvent>();
    for (int number = from; number < to; number++) {
      events.add(created("g" + number, "r", EntityRef.goal("r"), "ShortTermGoal", number));
      events.add(session("s" + number, "r", "g" + number, "g" + number));
      events.add(created("b" + number, "r", EntityRef.session("s" + number), "MicroGoal", 0));
      for (int each = 0; each < 10; each++) {
        var instance = "s" + number + "i" + each;
        events.add(instance(instance, "s" + number, "x"));
        events.add(recorded(instance + "v", "s" + number, instance, "m", null, each));
      }
      events.add(program("p" + number, "r", "g" + number));
      events.add(block("p" + number, "k" + number, "g" + number));
      events.add(day("p" + number, "k" + number, "y" + number));
      events.add(planned("p" + number, "y" + number, "z" + number, "t"));
      events.add(note("n" + number, "r", EntityRef.instance("s" + number + "i0")));
      events.add(created("d" + number, "r", EntityRef.goal("r"), "ShortTermGoal", number));
      events.add(deleted("d" + number));
    }
    projected.when("r", "a-" + to, events.toArray(DomainEvent[]::new));
  }

  @Test
  void the_number_of_statements_does_not_depend_on_the_number_of_rows() throws Exception {
    try (var projected = new Projected(directory)) {
      projected.when("r", "a-0", fractal("r"), activity("x", "r"), metric("m", "x"),
          template("t", "r", "t"));
      add(projected, 0, 1);
      var few = counts(projected);
      add(projected, 1, 1_000);

      assertThat(counts(projected)).isEqualTo(few);
      assertThat(few.values()).allMatch(count -> count <= 5);
      assertAllIsThere(projected);
    }
  }

  private static void assertAllIsThere(Projected projected) {
    var sessions = projected.trees().sessions("r");
    assertThat(sessions).hasSize(1_000);
    assertThat(sessions).allSatisfy(tree -> {
      assertThat(tree.instances()).hasSize(10)
          .allMatch(instance -> instance.values().size() == 1);
      assertThat(tree.children()).hasSize(1);
    });
    assertThat(projected.notes().ofFractal("r", null, 2_000)).hasSize(1_000);
    assertThat(projected.programs().programs("r")).hasSize(1_000).allSatisfy(program -> {
      assertThat(program.goalIds()).hasSize(1);
      assertThat(program.blocks().getFirst().days().getFirst().planned()).hasSize(1);
    });
    var tree = projected.trees().tree("r", EntityRef.goal("r")).orElseThrow();
    assertThat(tree.children()).hasSize(1_000);
    assertThat(tree.children().getLast().children()).isEqualTo(
        List.of(projected.trees().session("r", "s999").orElseThrow()));
  }

  @Test
  void an_answer_is_about_one_moment_whatever_is_written_meanwhile() throws Exception {
    try (var projected = new Projected(directory)) {
      projected.when("r", "a-0", fractal("r"), activity("x", "r"), metric("m", "x"),
          template("t", "r", "t"));
      add(projected, 0, 3);
      var before = projected.trees().trees();
      var statements = new AtomicInteger();
      var meanwhile = new SqlRecorder(() -> {
        if (statements.incrementAndGet() == 2) {
          write(projected, "UPDATE sessions SET visible = 0, name = 'gone'");
          write(projected, "DELETE FROM metric_values");
        }
      });

      var answer = new TreeQueries(meanwhile.listeningTo(projected.readers())).trees();

      assertThat(answer).isEqualTo(before);
      assertThat(projected.trees().trees()).isNotEqualTo(before);
    }
  }

  @Test
  void an_activity_is_shown_with_the_metrics_of_the_same_moment() throws Exception {
    try (var projected = new Projected(directory)) {
      projected.when("r", "a-0", fractal("r"), activity("x", "r"), metric("m", "x"),
          template("t", "r", "t"));
      var before = new ActivityQueries(projected.readers()).activities("r");
      var statements = new AtomicInteger();
      var meanwhile = new SqlRecorder(() -> {
        if (statements.incrementAndGet() == 2) {
          write(projected, "UPDATE metric_definitions SET name = 'other'");
        }
      });

      var answer = new ActivityQueries(meanwhile.listeningTo(projected.readers())).activities("r");

      assertThat(answer).isEqualTo(before);
      assertThat(new ActivityQueries(projected.readers()).activities("r")).isNotEqualTo(before);
    }
  }

  private static void write(Projected projected, String sql) {
    try {
      projected.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
