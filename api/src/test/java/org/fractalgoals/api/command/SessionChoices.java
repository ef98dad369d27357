package org.fractalgoals.api.command;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.session.CreateSession;
import org.fractalgoals.domain.session.CreateSession.ImmediateGoal;
import org.fractalgoals.domain.session.SessionCommand.ChangeSession;
import org.fractalgoals.domain.session.SessionCommand.MoveSession;
import org.fractalgoals.domain.session.SessionCommand.SessionChange;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.Fact;
import org.fractalgoals.domain.session.SessionCommand.ToggleSessionCompletion;
import org.fractalgoals.domain.session.SessionId;

/** What can be asked of sessions themselves. */
final class SessionChoices {

  private static final LocalDateTime MORNING = LocalDateTime.of(2026, 3, 4, 8, 30);

  private final Dice dice;
  private final Things things;

  SessionChoices(Dice dice, Things things) {
    this.dice = dice;
    this.things = things;
  }

  CreateSession createSession() {
    var goals = things.rows("""
      SELECT id, root_id FROM goals
       WHERE type IN ('ShortTermGoal', 'ImmediateGoal') AND visible ORDER BY rowid
      """);
    var root = goals.isEmpty() ? things.fractal() : dice.oneOf(goals).rootId();
    var parents = Stream.concat(Stream.of(shortTermGoalIn(root)),
        dice.chance(70)
            ? Stream.<String>of()
            : dice.someOf(goals, 2).stream().map(Things.Thing::id))
        .toList();
    return new CreateSession(new SessionId(things.newId(Kind.SESSION)), root,
        dice.orNull(30, dice::name), parents, dice.chance(70),
        dice.chance(30) ? List.of() : dice.kinds(4, this::fact),
        dice.chance(70) ? List.of() : dice.several(2, this::goal));
  }

  private String shortTermGoalIn(String root) {
    var goals = things.rows(
        """
          SELECT id, root_id FROM goals WHERE root_id = ? AND type = 'ShortTermGoal' AND visible ORDER BY rowid
          """,
        root);
    return goals.isEmpty() || dice.chance(5)
        ? things.in(root, Kind.GOAL)
        : dice.oneOf(goals).id();
  }

  private ImmediateGoal goal() {
    return new ImmediateGoal(new GoalId(things.newId(Kind.GOAL)), dice.name(),
        dice.description());
  }

  /** What is asked of sessions that exist. */
  Object alter() {
    var session = things.any(Kind.SESSION);
    var id = new SessionId(session.id());
    var root = session.rootId();
    return dice.<Object>choose(List.of(
        () -> new ChangeSession(id, root, dice.kinds(4, this::change)),
        () -> new ChangeSession(id, root, dice.kinds(4, this::change)),
        () -> new MoveSession(id, root, EntityRef.goal(shortTermGoalIn(root))),
        () -> new ToggleSessionCompletion(id, root)));
  }

  private SessionChange change() {
    return dice.choose(List.of(this::fact, this::fact, this::fact, this::fact,
        this::fact, () -> new SessionChange.Rename(dice.name()),
        () -> new SessionChange.SetDeadline(
            LocalDate.of(2026, 2, 20).plusDays(dice.number(60))),
        SessionChange.ClearDeadline::new, () -> new SessionChange.ChangeTargets(dice.list()),
        () -> new SessionChange.SetCompleted(dice.chance(50))));
  }

  private Fact fact() {
    return dice.choose(List.of(() -> new SessionChange.Describe(dice.description()),
        () -> new SessionChange.SetStart(dice.orNull(20, this::time)),
        () -> new SessionChange.SetEnd(dice.orNull(20, this::time)),
        () -> new SessionChange.SetTemplate(dice.orNull(20, () -> things.any(Kind.TEMPLATE).id())),
        () -> new SessionChange.SetData(dice.orNull(20, dice::object)),
        () -> new SessionChange.SetDuration(dice.orNull(20, this::length)),
        () -> new SessionChange.SetTotalDuration(dice.orNull(20, this::length))));
  }

  private LocalDateTime time() {
    return MORNING.plusMinutes(dice.number(600));
  }

  /** At times negative, which is refused. */
  private long length() {
    return dice.number(100) - 5L;
  }
}
