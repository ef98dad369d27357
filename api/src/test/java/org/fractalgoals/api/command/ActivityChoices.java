package org.fractalgoals.api.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange;
import org.fractalgoals.domain.activity.ActivityCommand.ChangeActivity;
import org.fractalgoals.domain.activity.ActivityCommand.DefineActivity;
import org.fractalgoals.domain.activity.ActivityFlag;
import org.fractalgoals.domain.activity.ActivityId;
import org.fractalgoals.domain.activity.WantedMetric;
import org.fractalgoals.domain.activity.WantedSplit;
import org.fractalgoals.domain.activitygroup.GroupCommand.ChangeGroup;
import org.fractalgoals.domain.activitygroup.GroupCommand.CreateGroup;
import org.fractalgoals.domain.activitygroup.GroupCommand.GroupChange;
import org.fractalgoals.domain.activitygroup.GroupId;
import org.fractalgoals.domain.activitygroup.ReorderGroups;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.template.TemplateCommand.ChangeTemplate;
import org.fractalgoals.domain.template.TemplateCommand.CreateTemplate;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange;
import org.fractalgoals.domain.template.TemplateId;

/** What can be asked of activities, their groups and templates. */
final class ActivityChoices {

  private static final List<String> MEASURES = List.of("Load", "Reps", "Speed", "Way");

  private final Dice dice;
  private final Things things;

  ActivityChoices(Dice dice, Things things) {
    this.dice = dice;
    this.things = things;
  }

  DefineActivity define() {
    var root = things.fractal();
    return new DefineActivity(new ActivityId(things.newId(Kind.ACTIVITY)), root, dice.name(),
        dice.description(), flags(), dice.orNull(60, () -> things.in(root, Kind.GROUP)),
        metrics(List.of()), splits(List.of()));
  }

  private Set<ActivityFlag> flags() {
    return Set.copyOf(dice.someOf(List.of(ActivityFlag.values()), 4));
  }

  /** What is asked of activities that exist. */
  ChangeActivity alter() {
    var activity = things.any(Kind.ACTIVITY);
    return new ChangeActivity(new ActivityId(activity.id()), activity.rootId(),
        dice.kinds(2, () -> change(activity)));
  }

  private ActivityChange change(Things.Thing activity) {
    return dice.choose(List.of(() -> new ActivityChange.Rename(dice.name()),
        () -> new ActivityChange.Describe(dice.description()),
        () -> new ActivityChange.SetFlags(flags(), flags()),
        () -> new ActivityChange.PutInGroup(things.in(activity.rootId(), Kind.GROUP)),
        ActivityChange.LeaveGroup::new,
        () -> new ActivityChange.ReplaceMetrics(metrics(knownMetrics(activity))),
        () -> new ActivityChange.ReplaceMetrics(metrics(knownMetrics(activity))),
        () -> new ActivityChange.ReplaceSplits(splits(knownSplits(activity))),
        () -> new ActivityChange.ReplaceSplits(splits(knownSplits(activity)))));
  }

  private List<String> knownMetrics(Things.Thing activity) {
    return things.rows("""
      SELECT id, root_id FROM metric_definitions WHERE activity_id = ? ORDER BY rowid
      """, activity.id()).stream().map(Things.Thing::id).toList();
  }

  private List<String> knownSplits(Things.Thing activity) {
    return things.rows("""
      SELECT id, root_id FROM split_definitions WHERE activity_id = ? ORDER BY rowid
      """, activity.id()).stream().map(Things.Thing::id).toList();
  }

  /** Some that are known, removed ones among them, and a few more; their names go round. */
  private List<WantedMetric> metrics(List<String> known) {
    var names = new ArrayList<>(names());
    return ids(known, 3).stream()
        .map(id -> new WantedMetric(id.isEmpty() ? null : id, names.removeFirst(),
            dice.chance(3) ? null : dice.oneOf(List.of("kg", "m")), dice.chance(30),
            dice.chance(30), dice.orNull(40, () -> dice.chance(50))))
        .toList();
  }

  private List<WantedSplit> splits(List<String> known) {
    var names = new ArrayList<>(names());
    return ids(known, 4).stream()
        .map(id -> new WantedSplit(id.isEmpty() ? null : id, names.removeFirst())).toList();
  }

  /** Ids of known ones and empty ones for new ones, seldom one twice. */
  private List<String> ids(List<String> known, int limit) {
    var ids = new ArrayList<>(dice.someOf(known, limit));
    while (ids.size() < limit && dice.chance(40)) {
      ids.add(dice.chance(5) && !known.isEmpty() ? dice.oneOf(known) : "");
    }
    return ids;
  }

  /** Distinct ones in any order, seldom one twice or none at all. */
  private List<String> names() {
    var names = new ArrayList<String>();
    while (names.size() < MEASURES.size()) {
      var name = dice.oneOf(MEASURES);
      if (!names.contains(name) || dice.chance(3)) {
        names.add(name);
      }
    }
    if (dice.chance(5)) {
      names.set(dice.number(names.size()), "");
    }
    return names;
  }

  CreateGroup createGroup() {
    return new CreateGroup(new GroupId(things.newId(Kind.GROUP)), things.fractal(), dice.name(),
        dice.description());
  }

  /** What is asked of groups that exist. */
  Object alterGroups() {
    var group = things.any(Kind.GROUP);
    var all = things.rows("""
      SELECT id, root_id FROM activity_groups WHERE root_id = ? ORDER BY rowid
      """, group.rootId());
    return dice.<Object>choose(List.of(
        () -> new ChangeGroup(new GroupId(group.id()), group.rootId(),
            dice.kinds(2, this::groupChange)),
        () -> new ReorderGroups(group.rootId(),
            dice.someOf(all, 5).stream().map(Things.Thing::id).toList())));
  }

  private GroupChange groupChange() {
    return dice.choose(List.of(() -> new GroupChange.Rename(dice.name()),
        () -> new GroupChange.Describe(dice.description())));
  }

  CreateTemplate createTemplate() {
    return new CreateTemplate(new TemplateId(things.newId(Kind.TEMPLATE)), things.fractal(),
        dice.name(), dice.description(), dice.object());
  }

  ChangeTemplate alterTemplate() {
    var template = things.any(Kind.TEMPLATE);
    return new ChangeTemplate(new TemplateId(template.id()), template.rootId(),
        dice.kinds(2, this::templateChange));
  }

  private TemplateChange templateChange() {
    return dice.choose(List.of(() -> new TemplateChange.Rename(dice.name()),
        () -> new TemplateChange.Describe(dice.description()),
        () -> new TemplateChange.SetData(dice.object())));
  }
}
