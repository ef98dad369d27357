package org.fractalgoals.api.command;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.fractalgoals.domain.note.NoteCommand;
import org.fractalgoals.domain.program.AttachGoal;
import org.fractalgoals.domain.program.ProgramCommand;
import org.fractalgoals.domain.program.ProgramCommand.ChangeProgram;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange;
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

/** Which kinds of commands and changes were carried out, and how often. */
final class Coverage {

  private final Map<String, Integer> times = new HashMap<>();

  void add(Object command) {
    partsOf(command).forEach(part -> times.merge(part, 1, Integer::sum));
  }

  Set<String> carriedOut() {
    return times.keySet();
  }

  /** The command with what was carried out least. */
  Object rarest(List<?> commands) {
    return commands.stream().map(Object.class::cast)
        .min(Comparator.comparingInt(command -> partsOf(command)
            .mapToInt(part -> times.getOrDefault(part, 0)).min().orElse(0)))
        .orElseThrow();
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
      case ChangeProgram change -> change.changes();
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
  static Set<String> everything() {
    var classes = Stream.of(GoalCommand.class, GoalChange.class, ReorderGoals.class,
        CreateSession.class, SessionCommand.class, SessionChange.class, InstanceChange.class,
        ActivityCommand.class, ActivityChange.class, GroupCommand.class, GroupChange.class,
        ReorderGroups.class, TemplateCommand.class, TemplateChange.class, NoteCommand.class,
        ProgramCommand.class, ProgramChange.class, AttachGoal.class,
        Delete.class,
        Restore.class).flatMap(Coverage::recordsOf).map(Coverage::nameOf);
    var kinds = Things.TABLES.keySet().stream().flatMap(
        kind -> Stream.of(Delete.class, Restore.class).map(asked -> nameOf(asked) + " " + kind));
    return Stream.concat(classes, kinds).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Class<?>> recordsOf(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Coverage::recordsOf)
        : Stream.of(type);
  }

  private static String nameOf(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1);
  }
}
