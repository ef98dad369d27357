package org.fractalgoals.api.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fractalgoals.api.Application;
import org.fractalgoals.domain.activity.ActivityCommand.DefineActivity;
import org.fractalgoals.domain.activity.ActivityFlag;
import org.fractalgoals.domain.activity.ActivityId;
import org.fractalgoals.domain.activity.WantedMetric;
import org.fractalgoals.domain.activity.WantedSplit;
import org.fractalgoals.domain.activitygroup.GroupCommand.CreateGroup;
import org.fractalgoals.domain.activitygroup.GroupId;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.session.CreateSession;
import org.fractalgoals.domain.session.CreateSession.ImmediateGoal;
import org.fractalgoals.domain.session.InstanceCommand.AddInstance;
import org.fractalgoals.domain.session.InstanceCommand.ChangeInstance;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetNotes;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetTimeStart;
import org.fractalgoals.domain.session.InstanceCommand.InstanceChange.SetTimeStop;
import org.fractalgoals.domain.session.InstanceCommand.Measurement;
import org.fractalgoals.domain.session.InstanceCommand.RecordMetrics;
import org.fractalgoals.domain.session.SessionCommand.ChangeSession;
import org.fractalgoals.domain.session.SessionCommand.SessionChange;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetCompleted;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetData;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetDuration;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetEnd;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetStart;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetTemplate;
import org.fractalgoals.domain.session.SessionId;
import org.fractalgoals.domain.template.TemplateCommand.CreateTemplate;
import org.fractalgoals.domain.template.TemplateId;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.trash.Delete;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.fractalgoals.migration.demo.DemoFile;
import tools.jackson.databind.json.JsonMapper;

/** Goes on where the sample file ends, with commands: two sessions of practice, and a goal that is given up. */
final class PlayedPractice {

  private static final String ROOT = DemoFile.FRACTAL;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration WARM_UP = Duration.ofMinutes(12);
  private static final Duration WORK = Duration.ofMinutes(25);

  private final Application application;
  private final Instant now;

  PlayedPractice(Application application, Instant now) {
    this.application = application;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
  }

  void play() {
    var group = newId();
    send(new CreateGroup(new GroupId(group), ROOT, new Name("Repertoire"), Description.EMPTY));
    var thirds = activity("Thirds", group, List.of("Tempo/bpm"), List.of());
    var prelude = activity("Prelude", group, List.of("Tempo/bpm"),
        List.of("First half", "Second half"));
    var template = template(thirds, prelude);
    practise(template, thirds, prelude, now.minus(Duration.ofDays(1)), 60, true);
    practise(template, thirds, prelude, now.minus(Duration.ofHours(1)), 66, false);
    send(new Delete(EntityRef.goal(DemoFile.GOAL_WITH_CHILDREN), ROOT));
  }

  /**
   * @param metrics each as {@code name/unit}
   */
  private String activity(String name, String group, List<String> metrics, List<String> splits) {
    var id = newId();
    var flags = splits.isEmpty()
        ? Set.of(ActivityFlag.METRICS)
        : Set.of(ActivityFlag.METRICS, ActivityFlag.SPLITS);
    send(new DefineActivity(new ActivityId(id), ROOT, new Name(name), Description.EMPTY, flags,
        group, metrics.stream().map(PlayedPractice::metric).toList(),
        splits.stream().map(split -> new WantedSplit(null, split)).toList()));
    return id;
  }

  private static WantedMetric metric(String nameAndUnit) {
    var parts = nameAndUnit.split("/", 2);
    return new WantedMetric(null, parts[0], parts[1], false, false, false);
  }

  private String template(String thirds, String prelude) {
    var id = newId();
    var data = Map.of("sections", List.of(planned("Warm up", thirds, "Thirds"),
        planned("Work", prelude, "Prelude")));
    send(new CreateTemplate(new TemplateId(id), ROOT, new Name("A short morning"),
        Description.EMPTY, JsonTexts.of(JSON.writeValueAsString(data))));
    return id;
  }

  private static Map<String, Object> planned(String section, String activity, String name) {
    return Map.of("name", section, "activities",
        List.of(Map.of("activity_id", activity, "name", name)));
  }

  private void practise(String template, String thirds, String prelude, Instant start,
      double tempo, boolean completed) {
    var session = new SessionId(newId());
    send(new CreateSession(session, ROOT, new Name("A short morning"),
        List.of(DemoFile.SHORT_TERM_GOAL), true,
        List.of(new SetTemplate(template), new SetStart(local(start)), new SetDuration(40L)),
        List.of(new ImmediateGoal(new GoalId(newId()), new Name("Breathe with the bow"),
            Description.EMPTY))));
    var warmUp = perform(session, thirds, start, WARM_UP, "The shift to fourth position is late.");
    var work = perform(session, prelude, start.plus(WARM_UP), WORK, "Better than last time.");
    measure(session, warmUp, thirds, tempo);
    measure(session, work, prelude, tempo + 12);
    var data = Map.of("sections", List.of(done("Warm up", warmUp), done("Work", work)));
    change(session, new SetData(JsonTexts.of(JSON.writeValueAsString(data))));
    if (completed) {
      change(session, new SetEnd(local(start.plus(WARM_UP).plus(WORK))), new SetCompleted(true));
    }
  }

  private static Map<String, Object> done(String section, String instance) {
    return Map.of("name", section, "activity_ids", List.of(instance));
  }

  private void change(SessionId session, SessionChange... changes) {
    send(new ChangeSession(session, ROOT, List.of(changes)));
  }

  private String perform(SessionId session, String activity, Instant start, Duration duration,
      String notes) {
    var id = newId();
    send(new AddInstance(session, ROOT, id, activity));
    send(new ChangeInstance(session, ROOT, id, activity, List.of(new SetTimeStart(start),
        new SetTimeStop(start.plus(duration)), new SetNotes(notes))));
    return id;
  }

  /** A value of each metric, in each split where there are any. */
  private void measure(SessionId session, String instance, String activity, double value) {
    var splits = partsOf(activity, Kind.SPLIT);
    for (var metric : partsOf(activity, Kind.METRIC)) {
      var measurements = splits.isEmpty()
          ? List.of(new Measurement(metric, null, value))
          : splits.stream().map(split -> new Measurement(metric, split, value)).toList();
      send(new RecordMetrics(session, ROOT, instance, measurements));
    }
  }

  private List<String> partsOf(String activity, Kind kind) {
    return application.store().entities().children(EntityRef.activity(activity), kind).stream()
        .map(Entity::ref).map(EntityRef::id).toList();
  }

  private LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, application.store().info().zone());
  }

  private String newId() {
    return application.store().ids().next();
  }

  private void send(Object command) {
    application.commands().send(command, new Origin(Main.ACTOR, Source.CLI, newId()));
  }
}
