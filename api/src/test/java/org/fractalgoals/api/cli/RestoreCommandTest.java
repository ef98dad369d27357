package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.Settings;
import org.fractalgoals.api.cli.Shell.Outcome;
import org.fractalgoals.api.server.Server;
import org.fractalgoals.domain.activitygroup.GroupCommand.CreateGroup;
import org.fractalgoals.domain.activitygroup.GroupId;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalCommand.CreateFractal;
import org.fractalgoals.domain.goal.GoalCommand.CreateGoal;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.goal.GoalType;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.trash.Delete;
import org.fractalgoals.eventstore.StreamEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Restoring, on the command line. */
class RestoreCommandTest {

  private static final Name NAME = new Name("Boat");

  @TempDir private Path data = Path.of("");

  private int actions;

  @BeforeEach
  void given_a_fractal_with_a_goal_below_a_goal_and_a_group() {
    try (var application = application()) {
      send(application, new CreateFractal(new GoalId("sail"), GoalType.ULTIMATE, NAME,
          Description.EMPTY, null, false));
      goal(application, "boat", EntityRef.goal("sail"));
      goal(application, "ke/el", EntityRef.goal("boat"));
      send(application, new CreateGroup(new GroupId("knots"), "sail", NAME, Description.EMPTY));
    }
  }

  private Application application() {
    var application = Application
        .open(new Settings(data, "development", null, Clock.systemUTC()));
    try {
      assertThat(application.readModel().await(application.store().head().position(),
          Duration.ofSeconds(30))).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return application;
  }

  private void send(Application application, Object command) {
    application.commands().send(command,
        new Origin("tester", Source.API, "action-" + ++actions));
  }

  private void goal(Application application, String id, EntityRef parent) {
    send(application, new CreateGoal(new GoalId(id), "sail", parent, GoalType.LONG_TERM, NAME,
        Description.EMPTY, null, false));
  }

  private void delete(EntityRef ref) {
    try (var application = application()) {
      send(application, new Delete(ref, "sail"));
    }
  }

  private Outcome restore(String... what) {
    var arguments = new String[what.length + 3];
    arguments[0] = "restore";
    arguments[1] = "--data";
    arguments[2] = data.toString();
    System.arraycopy(what, 0, arguments, 3, what.length);
    return new Shell().run(arguments);
  }

  private static void assertDone(Outcome outcome, String sentence) {
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().strip()).isEqualTo(sentence);
    assertThat(outcome.code()).isZero();
  }

  private static void assertRefused(Outcome outcome, int code, String... parts) {
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().strip()).hasLineCount(1).endsWith(".").contains(parts);
    assertThat(outcome.code()).isEqualTo(code);
  }

  @Test
  void what_comes_back_is_counted() {
    delete(EntityRef.goal("sail"));
    assertDone(restore("goal/sail"), "goal/sail is back, 4 things in all.");

    delete(EntityRef.goal("ke/el"));
    assertDone(restore("goal/ke/el"), "goal/ke/el is back.");
    assertDone(restore("ke/el"), "goal/ke/el is not deleted: nothing has changed.");
  }

  @Test
  void it_is_recorded_as_an_act_of_the_command_line() {
    delete(EntityRef.goal("boat"));

    assertThat(restore("boat").code()).isZero();

    try (var application = application()) {
      var before = application.store().head().position() - 2;
      assertThat(application.store().after(before, 10))
          .extracting(StreamEvent::source, StreamEvent::actor)
          .containsExactly(tuple("cli", "local"), tuple("cli", "local"));
    }
  }

  @Test
  void another_parent_can_be_named() {
    try (var application = application()) {
      goal(application, "harbour", EntityRef.goal("sail"));
      send(application, new Delete(EntityRef.goal("ke/el"), "sail"));
      send(application, new Delete(EntityRef.goal("boat"), "sail"));
    }

    assertRefused(restore("ke/el"), 1, "goal \"boat\", which is deleted");
    assertDone(restore("ke/el", "--parent", "goal/harbour", "--name", "Rudder"),
        "goal/ke/el is back.");

    try (var application = application()) {
      var keel = application.store().entities().find(EntityRef.goal("ke/el")).orElseThrow();
      assertThat(keel.parent()).isEqualTo(EntityRef.goal("harbour"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_name_that_is_taken_meanwhile_is_refused_until_another_is_given(boolean served)
      throws Exception {
    try (var application = application()) {
      send(application, new Delete(EntityRef.group("knots"), "sail"));
      send(application, new CreateGroup(new GroupId("ropes"), "sail", NAME, Description.EMPTY));
    }

    if (served) {
      try (var server = Server.start(application(), 0)) {
        assertThat(server.port()).isPositive();
        refuseThenRename();
      }
    } else {
      refuseThenRename();
    }
  }

  private void refuseThenRename() {
    assertRefused(restore("group/knots"), 1, "\"Boat\" is already used by another group");
    assertDone(restore("group/knots", "--name", "Knots"), "group/knots is back.");
    assertDone(restore("group/knots"), "group/knots is not deleted: nothing has changed.");
  }

  @Test
  void an_id_of_several_kinds_must_be_said_with_its_kind() {
    try (var application = application()) {
      send(application, new CreateGroup(new GroupId("boat"), "sail", new Name("Other"),
          Description.EMPTY));
      send(application, new Delete(EntityRef.group("boat"), "sail"));
    }

    assertRefused(restore("boat"), 2, "goal/boat or group/boat", "--help");
    assertDone(restore("group/boat"), "group/boat is back.");
  }

  @Test
  void what_went_along_with_something_else_is_not_restored_alone() {
    delete(EntityRef.goal("boat"));

    assertRefused(restore("ke/el"), 1, "together with the goal \"boat\"");
  }

  @Test
  void what_never_was_is_refused_and_makes_nothing() {
    var nowhere = data.resolve("none");

    assertRefused(restore("plane"), 1, "\"plane\"", "trash");
    assertRefused(restore("goal/plane"), 1, "\"goal/plane\"");
    assertRefused(new Shell().run("restore", "boat", "--data", nowhere.toString()), 1,
        "no event store");
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void a_parent_without_a_kind_and_a_missing_id_are_wrong_usage() {
    for (var line : List.of(new String[] {"boat", "--parent", "sail"}, new String[0],
        new String[] {"boat", "--parent", "goal/"}, new String[] {"boat", "keel"})) {
      assertRefused(restore(line), 2, "--help");
    }
  }

  @Test
  void a_server_that_ended_meanwhile_without_a_word_is_told() {
    try (var application = application()) {
      // nothing listens there
      application.publishPort(1);

      assertRefused(restore("boat"), 1, "The server on port 1 gave no answer");
    }
  }
}
