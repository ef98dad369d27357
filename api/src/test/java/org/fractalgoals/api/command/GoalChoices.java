package org.fractalgoals.api.command;

import java.time.LocalDate;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.goal.GoalCommand;
import org.fractalgoals.domain.goal.GoalCommand.ChangeGoal;
import org.fractalgoals.domain.goal.GoalCommand.CompleteGoal;
import org.fractalgoals.domain.goal.GoalCommand.CreateFractal;
import org.fractalgoals.domain.goal.GoalCommand.CreateGoal;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange;
import org.fractalgoals.domain.goal.GoalCommand.MoveGoal;
import org.fractalgoals.domain.goal.GoalCommand.ReopenGoal;
import org.fractalgoals.domain.goal.GoalCommand.ToggleCompletion;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.goal.GoalType;
import org.fractalgoals.domain.goal.ReorderGoals;
import org.fractalgoals.domain.trash.Delete;
import org.fractalgoals.domain.trash.Restore;

/** What can be asked of goals, and of all that is deleted and restored. */
final class GoalChoices {

  private static final LocalDate EARLY = LocalDate.of(2026, 2, 20);

  private final Dice dice;
  private final Things things;

  GoalChoices(Dice dice, Things things) {
    this.dice = dice;
    this.things = things;
  }

  CreateFractal createFractal() {
    return new CreateFractal(new GoalId(things.newId(Kind.GOAL)), GoalType.ULTIMATE, dice.name(),
        dice.description(), dice.orNull(50, this::day), dice.chance(20));
  }

  /** Seldom a fractal. */
  GoalCommand.Creation create() {
    return dice.chance(10) ? createFractal() : createGoal();
  }

  CreateGoal createGoal() {
    var root = things.fractal();
    return new CreateGoal(new GoalId(things.newId(Kind.GOAL)), root, things.parentIn(root), type(),
        dice.name(), dice.description(), dice.orNull(50, this::day), dice.chance(20));
  }

  /** Mostly of those that sessions are held for. */
  private GoalType type() {
    return dice.chance(50) ? GoalType.SHORT_TERM : dice.oneOf(List.of(GoalType.values()));
  }

  /** Before the first day of the test, on it, or after. */
  private LocalDate day() {
    return EARLY.plusDays(dice.number(60));
  }

  /** What is asked of goals that exist. */
  Object alter() {
    var goal = things.any(Kind.GOAL);
    var id = new GoalId(goal.id());
    var root = goal.rootId();
    return dice.<Object>choose(List.of(
        () -> new ChangeGoal(id, root, dice.kinds(3, this::change)),
        () -> new ChangeGoal(id, root, dice.kinds(3, this::change)),
        () -> new ChangeGoal(id, root, dice.kinds(3, this::change)),
        () -> new MoveGoal(id, root, things.parentIn(root)), () -> new CompleteGoal(id, root),
        () -> new ReopenGoal(id, root), () -> new ToggleCompletion(id, root), this::reorder,
        this::reorder));
  }

  private GoalChange change() {
    return dice.choose(List.of(() -> new GoalChange.Rename(dice.name()),
        () -> new GoalChange.Describe(dice.description()),
        () -> new GoalChange.SetDeadline(day()), GoalChange.ClearDeadline::new,
        () -> new GoalChange.ChangeTargets(dice.list())));
  }

  private ReorderGoals reorder() {
    var parents = things.rows("""
      SELECT parent_id, root_id FROM goals WHERE visible AND parent_id IS NOT NULL
       GROUP BY parent_id HAVING count(*) > 1 ORDER BY min(rowid)
      """);
    var parent = parents.isEmpty() ? things.any(Kind.GOAL) : dice.oneOf(parents);
    var children = things.rows("""
      SELECT id, root_id FROM goals WHERE parent_id = ? AND (visible OR %b) ORDER BY rowid
      """.formatted(dice.chance(20)), parent.id());
    return new ReorderGoals(EntityRef.goal(parent.id()), parent.rootId(),
        dice.someOf(children, 5).stream().map(Things.Thing::id).toList());
  }

  /** Fractals are deleted less often than all else: little can be done meanwhile. */
  Delete delete() {
    var kind = dice.oneOf(Things.TABLES.keySet().stream().sorted().toList());
    var thing = things.any(kind);
    for (int tries = 0; thing.id().equals(thing.rootId()) && tries < 3; tries++) {
      thing = things.any(kind);
    }
    return new Delete(new EntityRef(kind, thing.id()), thing.rootId());
  }

  /** Mostly of deleted things, with and without another name and parent. */
  Restore restore() {
    var kinds = Things.TABLES.keySet().stream().sorted()
        .filter(each -> !deleted(each).isEmpty()).toList();
    var kind = kinds.isEmpty() ? Kind.GOAL : dice.oneOf(kinds);
    var deleted = deleted(kind);
    var fractals = things.rows("""
      SELECT id, root_id FROM goals WHERE id = root_id AND deleted_at IS NOT NULL ORDER BY rowid
      """);
    if (!fractals.isEmpty() && dice.chance(70)) {
      var fractal = dice.oneOf(fractals);
      return new Restore(EntityRef.goal(fractal.id()), fractal.rootId(), null, null);
    }
    var thing = deleted.isEmpty() || dice.chance(10) ? things.any(kind) : dice.oneOf(deleted);
    return new Restore(new EntityRef(kind, thing.id()), thing.rootId(),
        dice.orNull(75, dice::name), dice.orNull(85, () -> things.parentIn(thing.rootId())));
  }

  private List<Things.Thing> deleted(Kind kind) {
    return things.rows("""
      SELECT id, root_id FROM %s WHERE deleted_at IS NOT NULL ORDER BY rowid
      """.formatted(Things.TABLES.get(kind)));
  }
}
