package org.fractalgoals.projections.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.ActivityFacts.activityDeleted;
import static org.fractalgoals.projections.fixture.ActivityFacts.group;
import static org.fractalgoals.projections.fixture.ActivityFacts.metric;
import static org.fractalgoals.projections.fixture.ActivityFacts.split;
import static org.fractalgoals.projections.fixture.ActivityFacts.template;
import static org.fractalgoals.projections.fixture.GoalFacts.DAWN;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.created;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.restored;
import static org.fractalgoals.projections.fixture.MissingFacts.missing;
import static org.fractalgoals.projections.fixture.MissingFacts.missingDay;
import static org.fractalgoals.projections.fixture.MissingFacts.missingPart;
import static org.fractalgoals.projections.fixture.NoteFacts.note;
import static org.fractalgoals.projections.fixture.NoteFacts.noteDeleted;
import static org.fractalgoals.projections.fixture.ProgramFacts.block;
import static org.fractalgoals.projections.fixture.ProgramFacts.day;
import static org.fractalgoals.projections.fixture.ProgramFacts.planned;
import static org.fractalgoals.projections.fixture.ProgramFacts.program;
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.recorded;
import static org.fractalgoals.projections.fixture.SessionFacts.session;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.projections.activity.ActivityQueries;
import org.fractalgoals.projections.activity.ActivityRow;
import org.fractalgoals.projections.activity.MetricRow;
import org.fractalgoals.projections.activity.SplitRow;
import org.fractalgoals.projections.activitygroup.GroupQueries;
import org.fractalgoals.projections.engine.Microseconds;
import org.fractalgoals.projections.fixture.Projected;
import org.fractalgoals.projections.note.NoteRow;
import org.fractalgoals.projections.program.BlockRow;
import org.fractalgoals.projections.program.DayRow;
import org.fractalgoals.projections.program.PlannedRow;
import org.fractalgoals.projections.program.ProgramRow;
import org.fractalgoals.projections.session.InstanceRow;
import org.fractalgoals.projections.session.ValueRow;
import org.fractalgoals.projections.template.TemplateQueries;
import org.fractalgoals.projections.template.TemplateRow;
import org.fractalgoals.projections.trash.TrashItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceholderProjectorTest {

  @TempDir Path directory;

  private Projected projected;

  @BeforeEach
  void open() throws Exception {
    projected = new Projected(directory);
    projected.when("r", "a-1", fractal("r"));
  }

  @AfterEach
  void no_reference_leads_nowhere() throws SQLException {
    try (var after = projected) {
      assertThat(after.rows("PRAGMA foreign_key_check")).isEmpty();
    }
  }

  private void bring(DomainEvent... events) throws Exception {
    projected.imported("r", "import", List.of(), events);
  }

  private void bringTo(String rootId, DomainEvent... events) throws Exception {
    projected.imported(rootId, "import", List.of(), events);
  }

  private ActivityQueries activities() {
    return new ActivityQueries(projected.readers());
  }

  @Test
  void a_missing_fractal_hides_all_that_is_in_it_until_it_is_imported() throws Exception {
    bringTo("m", missing(EntityRef.goal("m"), "m"), goal("a", "m", "m"), session("s", "m", null),
        activity("x", "m"), instance("i", "s", "x"), template("t", "m", "Dry"),
        group("k", "m", "Knots"), program("p", "m"), note("n", "m", EntityRef.goal("a")));

    assertThat(projected.visible()).containsExactly("r");
    assertThat(projected.goals().fractals()).hasSize(1);
    assertThat(projected.trees().trees()).hasSize(1);
    assertThat(activities().activities("m")).isEmpty();
    assertThat(projected.programs().programs("m")).isEmpty();
    assertThat(projected.notes().ofFractal("m", null, 9)).isEmpty();
    assertThat(projected.instances().ofFractal("m")).isEmpty();
    assertThat(projected.trash().trash("m")).isEmpty();

    bringTo("m", fractal("m"));

    assertThat(projected.visible()).containsExactly("a", "m", "r", "s");
    assertThat(activities().activities("m")).hasSize(1);
    assertThat(projected.notes().ofFractal("m", null, 9)).hasSize(1);
    assertThat(projected.instances().ofFractal("m")).hasSize(1);
  }

  @Test
  void a_missing_goal_hides_what_is_below_it_until_it_is_imported() throws Exception {
    bring(missing(EntityRef.goal("g"), "r"), goal("b", "r", "g"), session("s", "r", "b", "g"),
        created("c", "r", EntityRef.session("s"), "ImmediateGoal", 0));

    assertThat(projected.row("g")).containsEntry("type", "Placeholder").containsEntry("name", "")
        .containsEntry("placeholder", 1)
        .containsEntry("created_at", Microseconds.of(at(-9)));
    assertThat(projected.visible()).containsExactly("r");
    assertThat(projected.goals().goalsOfType("Placeholder")).isEmpty();

    bring(created("g", "r", EntityRef.goal("r"), "ShortTermGoal", 3));

    assertThat(projected.visible()).containsExactly("b", "c", "g", "r", "s");
    assertThat(projected.row("g")).containsEntry("name", "name of g")
        .containsEntry("placeholder", 0).containsEntry("sort_order", 3)
        .containsEntry("created_at", Microseconds.of(DAWN));
  }

  @Test
  void what_is_settled_above_does_not_show_a_placeholder() throws Exception {
    bring(missing(EntityRef.session("s"), "r"));
    projected.when("r", "a-2", deleted("r"));
    projected.when("r", "a-3", restored("r"));

    assertThat(projected.visible()).containsExactly("r");
  }

  @Test
  void a_missing_session_hides_what_was_performed_in_it_until_it_is_imported() throws Exception {
    bring(activity("x", "r"), metric("m", "x"), missing(EntityRef.session("s"), "r"),
        instance("i", "s", "x"), recorded("v", "s", "i", "m", null, 2),
        note("n", "r", EntityRef.instance("i")), note("o", "r", EntityRef.session("s")));

    assertThat(projected.trees().allSessions()).isEmpty();
    assertThat(projected.instances().instance("r", "i")).isEmpty();
    assertThat(projected.metrics().values("r", "m", null, null, null, 9)).isEmpty();
    assertThat(projected.notes().ofFractal("r", null, 9)).isEmpty();

    bring(session("s", "r", "r"));

    assertThat(projected.instances().instance("r", "i")).isPresent();
    assertThat(projected.metrics().values("r", "m", null, null, null, 9)).hasSize(1);
    assertThat(projected.notes().ofFractal("r", null, 9)).hasSize(2);
  }

  @Test
  void a_missing_instance_is_hidden_with_its_values_and_notes_until_it_is_imported()
      throws Exception {
    bring(session("s", "r", "r"), activity("x", "r"), metric("m", "x"),
        missingPart(EntityRef.instance("i"), "r", EntityRef.session("s")),
        recorded("v", "s", "i", "m", null, 2), note("n", "r", EntityRef.instance("i")));

    assertThat(projected.instances().ofSession("r", "s")).isEmpty();
    assertThat(projected.trees().session("r", "s").orElseThrow().instances()).isEmpty();
    assertThat(projected.instances().instance("r", "i")).isEmpty();
    assertThat(projected.metrics().values("r", "m", null, null, null, 9)).isEmpty();
    assertThat(projected.notes().note("r", "n")).isEmpty();

    bring(instance("i", "s", "x"));

    assertThat(projected.instances().ofSession("r", "s")).extracting(InstanceRow::activityId)
        .containsExactly("x");
    assertThat(projected.metrics().values("r", "m", null, null, null, 9)).hasSize(1);
    assertThat(projected.notes().ofActivity("r", "x", null, 9)).extracting(NoteRow::sessionId)
        .containsExactly("s");
  }

  @Test
  void what_was_performed_of_a_missing_activity_is_shown_without_names_until_it_is_imported()
      throws Exception {
    var lost = EntityRef.activity("x");
    bring(missing(lost, "r"), missing(EntityRef.activity("y"), "r"), session("s", "r", "r"),
        missingPart(EntityRef.metric("m"), "r", lost),
        missingPart(EntityRef.metric("o"), "r", lost),
        missingPart(EntityRef.split("l"), "r", lost), missingPart(EntityRef.split("k"), "r", lost),
        instance("i", "s", "x"), recorded("v", "s", "i", "m", "l", 2),
        note("n", "r", lost), note("w", "r", EntityRef.instance("i")));

    assertThat(activities().activities("r")).isEmpty();
    assertThat(activities().activity("r", "x")).isEmpty();
    assertThat(projected.metrics().isKnown("r", "m")).isFalse();
    assertThat(projected.notes().ofFractal("r", null, 9)).extracting(NoteRow::id)
        .containsExactly("w");
    var shown = projected.instances().instance("r", "i").orElseThrow();
    assertThat(shown.activityName()).isNull();
    assertThat(shown.values()).containsExactly(new ValueRow("v", "m", null, null, "l", null, 2));

    bring(activity("x", "r"), metric("m", "x"), split("l", "x"));

    var row = activities().activity("r", "x").orElseThrow();
    assertThat(row.metrics()).extracting(MetricRow::id).containsExactly("m");
    assertThat(row.splits()).extracting(SplitRow::id).containsExactly("l");
    assertThat(projected.instances().instance("r", "i").orElseThrow().values())
        .containsExactly(new ValueRow("v", "m", "name of m", "kg", "l", "name of l", 2));
    assertThat(projected.notes().ofFractal("r", null, 9)).hasSize(2);
  }

  @Test
  void a_missing_metric_of_a_known_activity_is_not_among_its_metrics() throws Exception {
    bring(activity("x", "r"), metric("m", "x"),
        missingPart(EntityRef.metric("o"), "r", EntityRef.activity("x")));

    var row = activities().activity("r", "x").orElseThrow();

    assertThat(row.metrics()).extracting(MetricRow::id).containsExactly("m");
    assertThat(row.version()).isEqualTo(2);
  }

  @Test
  void missing_groups_and_templates_are_hidden_until_they_are_imported() throws Exception {
    var groups = new GroupQueries(projected.readers());
    var templates = new TemplateQueries(projected.readers());
    bring(missing(EntityRef.group("k"), "r"), missing(EntityRef.group("l"), "r"),
        new ActivityDefined("x", "r", "Bowline", "", Set.of(), "k", DAWN),
        missing(EntityRef.template("t"), "r"), missing(EntityRef.template("u"), "r"));

    assertThat(groups.groups("r")).isEmpty();
    assertThat(groups.group("r", "k")).isEmpty();
    assertThat(activities().activities("r")).extracting(ActivityRow::groupId)
        .containsOnlyNulls();
    assertThat(templates.templates("r")).isEmpty();
    assertThat(templates.template("r", "t")).isEmpty();

    bring(group("k", "r", "Knots"), template("t", "r", "Dry dock"));

    assertThat(groups.groups("r")).hasSize(1);
    assertThat(activities().activities("r")).extracting(ActivityRow::groupId).containsExactly("k");
    assertThat(templates.templates("r")).extracting(TemplateRow::name)
        .containsExactly("Dry dock");
  }

  @Test
  void missing_programs_blocks_and_days_are_hidden_until_they_are_imported() throws Exception {
    var lost = EntityRef.program("p");
    bring(missing(lost, "r"), missing(EntityRef.template("t"), "r"),
        missingPart(EntityRef.block("b"), "r", lost), missingDay("d", "r", "b", "p"),
        planned("p", "d", "x", "t"));

    assertThat(projected.programs().programs("r")).isEmpty();
    assertThat(projected.programs().program("r", "p")).isEmpty();

    bring(program("p", "r"));
    assertThat(projected.programs().program("r", "p").orElseThrow().blocks()).isEmpty();

    bring(block("p", "b"));
    assertThat(projected.programs().programs("r")).flatExtracting(ProgramRow::blocks)
        .flatExtracting(BlockRow::days).isEmpty();

    bring(day("p", "b", "d"));
    assertThat(projected.programs().programs("r")).flatExtracting(ProgramRow::blocks)
        .flatExtracting(BlockRow::days).flatExtracting(DayRow::planned)
        .containsExactly(new PlannedRow("x", "d", "t", null, false, null));
  }

  @Test
  void what_is_known_is_not_presumed() throws Exception {
    bring(goal("g", "r", "r"));
    var known = projected.row("g");

    bring(missing(EntityRef.goal("g"), "r"), missing(EntityRef.goal("r"), "r"));

    assertThat(projected.row("g")).isEqualTo(known);
    assertThat(projected.visible()).containsExactly("g", "r");
  }

  @Test
  void what_was_deleted_below_a_placeholder_is_not_in_the_trash_until_that_is_imported()
      throws Exception {
    var lost = EntityRef.activity("x");
    bring(missing(EntityRef.goal("g"), "r"), goal("b", "r", "g"), goal("c", "r", "b"),
        missing(lost, "r"), note("n", "r", lost), noteDeleted("n"));
    projected.imported("r", "another", List.of(), deleted("c"));
    bringTo("m", missing(EntityRef.goal("m"), "m"), activity("y", "m"), activityDeleted("y"));

    assertThat(projected.trash().trash()).isEmpty();

    bring(goal("g", "r", "r"), activity("x", "r"));
    bringTo("m", fractal("m"));

    assertThat(projected.trash().trash()).extracting(TrashItem::ref).containsExactlyInAnyOrder(
        EntityRef.goal("c"), EntityRef.note("n"), EntityRef.activity("y"));
  }
}
