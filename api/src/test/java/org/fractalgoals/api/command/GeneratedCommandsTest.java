package org.fractalgoals.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fractalgoals.domain.activity.ActivityCommand;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange;
import org.fractalgoals.domain.activity.ActivityCommand.ChangeActivity;
import org.fractalgoals.domain.activitygroup.GroupCommand;
import org.fractalgoals.domain.activitygroup.GroupCommand.ChangeGroup;
import org.fractalgoals.domain.activitygroup.GroupCommand.GroupChange;
import org.fractalgoals.domain.activitygroup.ReorderGroups;
import org.fractalgoals.domain.goal.GoalCommand;
import org.fractalgoals.domain.goal.GoalCommand.ChangeGoal;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange;
import org.fractalgoals.domain.goal.ReorderGoals;
import org.fractalgoals.domain.session.CreateSession;
import org.fractalgoals.domain.session.InstanceCommand.ChangeInstance;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange;
import org.fractalgoals.domain.session.SessionCommand;
import org.fractalgoals.domain.session.SessionCommand.ChangeSession;
import org.fractalgoals.domain.session.SessionCommand.SessionChange;
import org.fractalgoals.domain.template.TemplateCommand;
import org.fractalgoals.domain.template.TemplateCommand.ChangeTemplate;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange;
import org.fractalgoals.domain.trash.Delete;
import org.fractalgoals.domain.trash.Restore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked, in whatever order: what is carried out can be projected, and projected again. */
class GeneratedCommandsTest {

  private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L);
  private static final int COMMANDS = 250;

  @TempDir private Path directory = Path.of("");

  private final Set<String> carriedOut = new TreeSet<>();

  @Test
  void whatever_is_asked_the_read_model_follows_and_is_the_same_when_it_is_made_anew()
      throws Exception {
    int refused = 0;
    for (var seed : SEEDS) {
      refused += follow(seed);
    }

    assertThat(carriedOut).containsExactlyInAnyOrderElementsOf(everything());
    assertThat(refused).isPositive();
  }

  private int follow(long seed) throws Exception {
    try (var practice = new GeneratedPractice(
        Files.createDirectory(directory.resolve("seed-" + seed)), seed)) {
      int refused = practice.ask(COMMANDS,
          command -> partsOf(command).forEach(carriedOut::add));

      assertThat(practice.disputed()).as("seed %d", seed).isEmpty();
      assertThat(practice.rebuiltRows(directory.resolve("rebuilt-" + seed))).as("seed %d", seed)
          .isEqualTo(practice.rows());
      return refused;
    }
  }

  /** The kind of a command, and the kinds of changes in it. */
  private static Stream<String> partsOf(Object command) {
    var changes = switch (command) {
      case ChangeGoal change -> change.changes();
      case ChangeSession change -> change.changes();
      case ChangeInstance change -> change.changes();
      case ChangeActivity change -> change.changes();
      case ChangeGroup change -> change.changes();
      case ChangeTemplate change -> change.changes();
      case Delete delete -> List.of(delete.ref().kind());
      case Restore restore -> List.of(restore.ref().kind());
      default -> List.of();
    };
    return Stream.concat(Stream.of(nameOf(command.getClass())), changes.stream()
        .map(change -> change instanceof Enum<?> kind
            ? nameOf(command.getClass()) + " " + kind
            : nameOf(change.getClass())));
  }

  /** All kinds of commands and changes that there are. */
  private static Set<String> everything() {
    var classes = Stream.of(GoalCommand.class, GoalChange.class, ReorderGoals.class,
        CreateSession.class, SessionCommand.class, SessionChange.class, InstanceChange.class,
        ActivityCommand.class, ActivityChange.class, GroupCommand.class, GroupChange.class,
        ReorderGroups.class, TemplateCommand.class, TemplateChange.class, Delete.class,
        Restore.class).flatMap(GeneratedCommandsTest::recordsOf).map(GeneratedCommandsTest::nameOf);
    var kinds = Things.TABLES.keySet().stream().flatMap(
        kind -> Stream.of(Delete.class, Restore.class).map(asked -> nameOf(asked) + " " + kind));
    return Stream.concat(classes, kinds).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Class<?>> recordsOf(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GeneratedCommandsTest::recordsOf)
        : Stream.of(type);
  }

  private static String nameOf(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1);
  }
}
