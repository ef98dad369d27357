package org.fractalgoals.api;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.fractalgoals.domain.activity.ActivityEvent;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;

/**
 * A fractal in which there is something to practise for: a short-term goal, and whatever sessions and activities a test
 * adds. Whatever is added is a second younger than what was there before.
 *
 * @param goal the short-term goal
 */
public record Practice(RunningServer server, String root, String goal) {

  public static Practice on(RunningServer server) {
    var root = server.fractal("Sail");
    var practice = new Practice(server, root, "");
    return new Practice(server, root, practice.goal("ShortTermGoal", root, "Knots"));
  }

  /** Adds a goal; answers its id. */
  public String goal(String type, String parentId, String name) {
    return server.post("/api/%s/goals".formatted(root), """
      {"name":"%s","type":"%s","parent_id":"%s"}
      """.formatted(name, type, parentId)).ok(201).id();
  }

  /** The path of the sessions, with what is to follow it. */
  public String sessions(String rest) {
    return "/api/%s/sessions%s".formatted(root, rest);
  }

  /** The path of the instances, with what is to follow it. */
  public String instances(String rest) {
    return "/api/%s/activity-instances%s".formatted(root, rest);
  }

  /** Adds a session below the goal; answers its id. */
  public String session(String name) {
    server.clock().advance(Duration.ofSeconds(1));
    return server.post(sessions(""), """
      {"name":"%s","parent_ids":["%s"]}
      """.formatted(name, goal)).ok(201).id();
  }

  /** Defines an activity with the metrics {@code <id>-pace} and {@code <id>-load} and the split {@code <id>-left}. */
  public String activity(String name) {
    var store = server.application().store();
    var id = store.ids().next();
    var now = server.clock().instant();
    append(new ActivityDefined(id, root, name, "", Set.of("metrics"), null, now));
    append(new MetricAdded(id, id + "-pace", "Pace", new Measure("s", false, true, false), 0, now));
    append(new MetricAdded(id, id + "-load", "Load", new Measure("kg", false, true, true), 1, now));
    append(new SplitAdded(id, id + "-left", "Left", 0, 0, now));
    return id;
  }

  /** Deletes an activity. */
  public void delete(String activity) {
    append(new ActivityDeleted(activity, server.clock().instant()));
  }

  /** Lets something happen that has no command here. */
  public void append(ActivityEvent event) {
    append((DomainEvent) event);
  }

  private void append(DomainEvent event) {
    var store = server.application().store();
    var origin = new Origin("test", Source.API, store.ids().next());
    store.append(List.of(new NewEvent(store.ids().next(), NewEvent.NEXT, event,
        Envelope.live(root, origin))));
    server.awaitApplied();
  }

  /** Writes a note about something, such as {@code goal} and its id; answers the id of the note. */
  public String note(String kind, String about, String content) {
    server.clock().advance(Duration.ofSeconds(1));
    return server.post("/api/%s/notes".formatted(root), """
      {"context":{"kind":"%s","id":"%s"},"content":"%s"}
      """.formatted(kind, about, content)).ok(201).id();
  }

  /** Performs an activity in a session; answers the id of the instance. */
  public String instance(String session, String activity) {
    server.clock().advance(Duration.ofSeconds(1));
    return server.post(sessions("/%s/activities".formatted(session)), """
      {"activity_definition_id":"%s"}
      """.formatted(activity)).ok(201).id();
  }
}
