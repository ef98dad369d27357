package org.fractalgoals.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDescribed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRestored;
import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDescribed;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineSet;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.goal.GoalEvent.GoalReopened;
import org.fractalgoals.domain.goal.GoalEvent.GoalRestored;
import org.fractalgoals.domain.goal.GoalType;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteDeleted;
import org.fractalgoals.domain.note.NoteEvent.NoteEdited;
import org.fractalgoals.domain.note.NoteEvent.NoteRestored;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalAttached;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.DayCompleted;
import org.fractalgoals.domain.program.DayEvent.DayNoted;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDescribed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDataChanged;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDeleted;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRenamed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRestored;
import org.jspecify.annotations.Nullable;

/**
 * The life of one fractal, step by step and without an end: season by season there are some new goals, activities, a
 * template and four sessions, what is there is changed, and some of it is deleted. Ten seasons are the fractal of the
 * usual size.
 */
final class GeneratedFractal {

  private static final double DELETED = 0.05;
  private static final double RESTORED = 0.5;

  /** An activity and its metrics. */
  record Exercise(String activityId, List<String> metricIds) {}

  private final Invention invention;
  private final SteppingClock clock;
  private final GeneratedStore store;
  private final String root;
  private final List<String> goals = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<String> templates = new ArrayList<>();
  private final List<Exercise> exercises = new ArrayList<>();
  private final Steps ahead;
  private long seasons;

  GeneratedFractal(Invention invention, SteppingClock clock, GeneratedStore store) {
    this.invention = invention;
    this.clock = clock;
    this.store = store;
    this.root = invention.id();
    this.ahead = new Steps(invention);
  }

  String root() {
    return root;
  }

  /** Lets one thing happen. */
  void step() {
    if (ahead.isEmpty()) {
      planSeason();
    }
    ahead.next().run();
  }

  void happen(DomainEvent... events) {
    store.append(root, List.of(events));
  }

  Instant now() {
    return clock.instant();
  }

  private void planSeason() {
    if (seasons == 0) {
      goal(root, null, GoalType.ULTIMATE);
      group();
      exercise();
    }
    ahead.add(this::goalBelow);
    ahead.add(this::exercise);
    for (int session = 0; session < 4; session++) {
      new GeneratedSession(this, invention, ahead).plan();
    }
    ahead.addSomewhere(this::goalBelow, 2);
    ahead.addSomewhere(this::exercise, seasons % 2 == 0 ? 2 : 1);
    ahead.addSomewhere(this::template, 1);
    ahead.addSomewhere(() -> note(EntityRef.goal(invention.of(goals))), 1);
    if (seasons % 4 == 3) {
      ahead.addSomewhere(this::group, 1);
    }
    if (seasons % 7 == 0) {
      ahead.add(this::program);
    }
    seasons++;
  }

  private void goalBelow() {
    goal(invention.id(), EntityRef.goal(invention.of(goals)), invention.of(
        List.of(GoalType.LONG_TERM, GoalType.MID_TERM, GoalType.SHORT_TERM, GoalType.SHORT_TERM)));
  }

  private void goal(String id, @Nullable EntityRef parent, GoalType type) {
    happen(new GoalCreated(id, root, parent, type.code(), name("Goal"), description(),
        invention.chance(0.5) ? later(30) : null, null, goals.size(), clock.today(), now()));
    if (parent != null && diesOf(at -> new GoalDeleted(id, at), at -> new GoalRestored(id, at))) {
      return;
    }
    goals.add(id);
    ahead.addSomewhere(() -> happen(new GoalDescribed(id, description(), now())), 2);
    ahead.addSomewhere(() -> happen(new GoalRenamed(id, name("Goal"), now())), 1);
    ahead.addSomewhere(() -> happen(new GoalDeadlineSet(id, later(90), now())), 1);
    if (invention.chance(0.4)) {
      ahead.add(() -> happen(new GoalCompleted(id, now())));
      if (invention.chance(0.1)) {
        ahead.add(() -> happen(new GoalReopened(id, now())));
      }
    }
  }

  /** Whether a thing is one of those that are deleted; some of these come back. */
  boolean diesOf(Function<Instant, DomainEvent> deletion,
      Function<Instant, DomainEvent> restoration) {
    boolean dies = invention.chance(DELETED);
    if (dies) {
      ahead.add(() -> store.delete(root, deletion.apply(now())));
      if (invention.chance(RESTORED)) {
        ahead.add(() -> happen(restoration.apply(now())));
      }
    }
    return dies;
  }

  private void group() {
    var id = invention.id();
    happen(new GroupCreated(id, root, name("Group"), description(), groups.size(), now()));
    groups.add(id);
    ahead.addSomewhere(() -> happen(new GroupDescribed(id, description(), now())), 2);
  }

  private void exercise() {
    var id = invention.id();
    var events = new ArrayList<DomainEvent>();
    events.add(new ActivityDefined(id, root, name("Activity"), description(),
        Set.of("metrics", "sets"), invention.of(groups), now()));
    var metrics = new ArrayList<String>();
    for (int metric = invention.of(List.of(1, 1, 1, 2, 3)); metric > 0; metric--) {
      metrics.add(invention.id());
      events.add(new MetricAdded(id, metrics.getLast(), "Metric " + metric,
          new Measure("kg", metric == 1, true, false), metric, now()));
    }
    store.append(root, events);
    if (!exercises.isEmpty()
        && diesOf(at -> new ActivityDeleted(id, at), at -> new ActivityRestored(id, at))) {
      return;
    }
    exercises.add(new Exercise(id, metrics));
    ahead.addSomewhere(() -> happen(new ActivityDescribed(id, description(), now())), 2);
    ahead.addSomewhere(() -> happen(new ActivityRenamed(id, name("Activity"), now())), 1);
  }

  private void template() {
    var id = invention.id();
    happen(new TemplateCreated(id, root, name("Template"), description(), data(), now()));
    if (!diesOf(at -> new TemplateDeleted(id, at), at -> new TemplateRestored(id, at))) {
      templates.add(id);
      ahead.addSomewhere(() -> happen(new TemplateDataChanged(id, data(), now())), 2);
      ahead.addSomewhere(() -> happen(new TemplateRenamed(id, name("Template"), now())), 1);
    }
  }

  private void program() {
    var id = invention.id();
    happen(new ProgramCreated(id, root, name("Program"), description(), wallClock(0),
        wallClock(60), List.of(goal()), true, null, now()));
    for (int block = 0; block < 2; block++) {
      block(id, block);
    }
    ahead.addSomewhere(() -> happen(new ProgramDescribed(id, description(), now())), 2);
  }

  private void block(String program, int number) {
    var id = invention.id();
    happen(new BlockAdded(program, id, name("Block"), later(30 * number), later(30 * number + 29),
        "#3366cc", List.of(goal()), number, now()));
    ahead.addSomewhere(() -> happen(new BlockGoalAttached(program, id, goal(), now())), 1);
    for (long day = 1; day <= 4; day++) {
      day(program, id, day);
    }
  }

  private void day(String program, String block, long number) {
    var id = invention.id();
    happen(new DayAdded(program, block, id, later((int) number), number, name("Day"), null, number,
        now()));
    if (!templates.isEmpty()) {
      happen(new TemplateScheduled(program, id, invention.id(), invention.of(templates), true,
          false, null, 0, now()));
    }
    ahead.addSomewhere(() -> happen(new DayNoted(program, id, description(), now())), 1);
    ahead.addSomewhere(() -> happen(new DayCompleted(program, id, now())), 1);
  }

  /** A note about something that will not be deleted. */
  void note(EntityRef context) {
    var id = invention.id();
    happen(new NoteCreated(id, root, context, null, description(), now()));
    if (!diesOf(at -> new NoteDeleted(id, at), at -> new NoteRestored(id, at))) {
      ahead.addSomewhere(() -> happen(new NoteEdited(id, description(), now())), 1);
    }
  }

  String goal() {
    return invention.of(goals);
  }

  Exercise anyExercise() {
    return invention.of(exercises);
  }

  /** Unique in its fractal. */
  String name(String kind) {
    return kind + " " + invention.text(8, 30) + " " + store.events();
  }

  String description() {
    return invention.text(50, 400);
  }

  private JsonText data() {
    return invention.sections(200, 600);
  }

  private LocalDate later(int days) {
    return clock.today().plusDays(days);
  }

  LocalDate today() {
    return clock.today();
  }

  LocalDateTime wallClock(int days) {
    return LocalDateTime.ofInstant(now(), ZoneOffset.UTC).plusDays(days);
  }
}
