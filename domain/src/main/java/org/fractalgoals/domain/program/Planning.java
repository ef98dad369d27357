package org.fractalgoals.domain.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.DayEvent.TemplateUnscheduled;
import org.fractalgoals.domain.program.DayState.Planned;
import org.fractalgoals.domain.program.ProgramDecider.Circumstances;
import org.fractalgoals.domain.rule.Standing;

/**
 * What is planned for the days of a program. What stays planned is not judged, and keeps its id and place: the template
 * may have been deleted since, or imported.
 */
final class Planning {

  /** How many sessions can be planned for a day. */
  static final int LIMIT = 100;

  private final String programId;
  private final Circumstances given;

  Planning(String programId, Circumstances given) {
    this.programId = programId;
    this.given = given;
  }

  /** More is planned by hand, all of it visible. */
  List<DayEvent> add(DayState day, List<String> templateIds) {
    return added(day, templateIds, true, judging(Set.of()));
  }

  /** By hand, this is planned and nothing else. */
  List<DayEvent> replace(DayState day, List<String> wanted) {
    return replace(day, wanted, judging(Set.copyOf(day.templateIds())));
  }

  /** As for another day, as far as it is visible. */
  List<DayEvent> copy(DayState day, List<String> wanted) {
    return replace(day, wanted, this::isVisible);
  }

  private List<DayEvent> replace(DayState day, List<String> wanted, Predicate<String> mayAdd) {
    WantedBlock.requireFew(wanted.size(), day.planned().size());
    var missing = new Wanted(wanted);
    var events = new ArrayList<DayEvent>();
    day.planned().stream().filter(each -> !missing.takes(each))
        .forEach(each -> events.add(unscheduled(day, each)));
    events.addAll(added(day, missing.rest(), true, mayAdd));
    return events;
  }

  /**
   * The weekly schedule lists this for the day. What it put there before and lists no more goes; what people put there
   * stays, and is not planned once more.
   *
   * @param known templates that the program has had: one that was deleted since is passed over
   */
  List<DayEvent> follow(DayState day, List<String> listed, Set<String> known) {
    var missing = new Wanted(listed);
    var events = new ArrayList<DayEvent>();
    day.planned().stream().filter(each -> !each.byHand() && !missing.takes(each))
        .forEach(each -> events.add(unscheduled(day, each)));
    day.planned().stream().filter(Planned::byHand).forEach(missing::takes);
    events.addAll(added(day, missing.rest(), false, judging(known)));
    return events;
  }

  private List<DayEvent> added(DayState day, List<String> templateIds, boolean byHand,
      Predicate<String> mayAdd) {
    long place = day.planned().stream().mapToLong(Planned::sortOrder).max().orElse(0);
    var events = new ArrayList<DayEvent>();
    for (var templateId : templateIds) {
      if (mayAdd.test(templateId)) {
        events.add(new TemplateScheduled(programId, day.dayId(), given.newIds().get(), templateId,
            byHand, false, null, ++place, given.now()));
      }
    }
    return events;
  }

  private TemplateUnscheduled unscheduled(DayState day, Planned planned) {
    return new TemplateUnscheduled(programId, day.dayId(), planned.scheduledId(), given.now());
  }

  /** Refuses what is not visible, except that what is known already is merely passed over. */
  private Predicate<String> judging(Set<String> known) {
    return templateId -> {
      if (!known.contains(templateId)) {
        var template = EntityRef.template(templateId);
        given.standings().apply(template).require(template);
      }
      return isVisible(templateId);
    };
  }

  private boolean isVisible(String templateId) {
    return given.standings().apply(EntityRef.template(templateId)) == Standing.VISIBLE;
  }

  /** A list of templates, each as often as it is listed. */
  private static final class Wanted {

    private final List<String> listed;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    private Wanted(List<String> listed) {
      this.listed = listed;
      listed.forEach(templateId -> counts.merge(templateId, 1, Integer::sum));
    }

    /** Whether one that is planned is wanted, once more than those before. */
    private boolean takes(Planned planned) {
      var templateId = planned.templateId();
      if (templateId == null
          || taken.getOrDefault(templateId, 0) >= counts.getOrDefault(templateId, 0)) {
        return false;
      }
      taken.merge(templateId, 1, Integer::sum);
      return true;
    }

    /** What is wanted and not planned, as it is listed. */
    private List<String> rest() {
      var skip = new HashMap<>(taken);
      return listed.stream()
          .filter(templateId -> skip.merge(templateId, -1, Integer::sum) < 0).toList();
    }
  }
}
