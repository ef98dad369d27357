package org.fractalgoals.api.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Placeholders;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;

/**
 * A fractal with one thing of each kind, one more of each that was deleted ({@code deleted.goal}), and one that an import
 * only found to be missing ({@code missing.goal}), beside another fractal of the same sort ({@code other.goal}). Texts name the things in angle brackets; {@code <new>} is a text that
 * was never there before.
 */
final class World {

  private static final Pattern THING = Pattern.compile("<([a-z.]+)>");
  /** What is deleted, by its paths. */
  private static final List<String> DELETED = List.of("/api/fractals/<deleted.root>",
      "/api/<root>/goals/<deleted.goal>", "/api/<root>/goals/<deleted.child>",
      "/api/<root>/sessions/<deleted.session>",
      "/api/<root>/sessions/<session>/activities/<deleted.instance>",
      "/api/<root>/activities/<deleted.activity>",
      "/api/<root>/activity-groups/<deleted.group>",
      "/api/<root>/session-templates/<deleted.template>", "/api/<root>/notes/<deleted.note>",
      "/api/<root>/programs/<deleted.program>",
      "/api/<root>/programs/<program>/blocks/<block>/days/<deleted.day>");

  private static final AtomicLong NEW = new AtomicLong();

  private final RunningServer server;
  private final Map<String, String> ids = new HashMap<>();

  private World(RunningServer server) {
    this.server = server;
  }

  /** The first world of a server, with what lies outside of it. */
  static World on(RunningServer server) {
    var deleted = server.fractal("Deleted");
    var outside = new World(server);
    outside.ids.put("deleted.root", deleted);
    outside.populate();
    var world = new World(server);
    world.ids.put("deleted.root", deleted);
    outside.ids.forEach((thing, id) -> world.ids.put("other." + thing, id));
    world.populate();
    return world;
  }

  /** Another one with the same things, beside the same other fractal. */
  World next() {
    var next = new World(server);
    ids.forEach((thing, id) -> {
      if (thing.startsWith("other.") || thing.equals("deleted.root")) {
        next.ids.put(thing, id);
      }
    });
    next.populate();
    return next;
  }

  /** Deletes what is to be deleted and was brought back. */
  void deleteAgain() {
    DELETED.forEach(path -> assertThat(server.delete(fill(path)).status()).as(path).isIn(200, 404));
    // a block is deleted by a save that does not send it; what is in the other one is planned no more
    send("PUT", "/api/<root>/programs/<program>", """
      {'weeklySchedule':[{'id':'<block>','startDate':'2031-01-06','endDate':'2031-01-06'}]}
      """).ok(200);
  }

  private void populate() {
    ids.put("root", server.fractal("Root"));
    goals();
    activities();
    ids.put("group", made("/api/<root>/activity-groups", "{'name':'Group'}"));
    ids.put("template", made("/api/<root>/session-templates",
        "{'name':'Template','template_data':{'sections':[]}}"));
    performances();
    ids.put("note", note());
    programs();
    deletions();
    placeholders();
  }

  private void goals() {
    ids.put("goal", made("/api/<root>/goals",
        "{'name':'Goal','type':'ShortTermGoal','parent_id':'<root>'}"));
    ids.put("child", made("/api/<root>/goals",
        "{'name':'Child','type':'NanoGoal','parent_id':'<goal>'}"));
    ids.put("target", made("/api/goals/<goal>/targets", "{'name':'Target'}"));
  }

  /** A metric and a split of the activity are deleted again. */
  private void activities() {
    ids.put("activity", made("/api/<root>/activities", """
      {'name':'Activity','metrics':[{'name':'Pace','unit':'s'},{'name':'Load','unit':'kg'}],
       'splits':[{'name':'Left'},{'name':'Right'}]}
      """));
    var all = server.get(fill("/api/<root>/activities")).ok(200);
    ids.put("metric", all.at("/0/metric_definitions/0/id").stringValue());
    ids.put("deleted.metric", all.at("/0/metric_definitions/1/id").stringValue());
    ids.put("split", all.at("/0/split_definitions/0/id").stringValue());
    ids.put("deleted.split", all.at("/0/split_definitions/1/id").stringValue());
    send("PUT", "/api/<root>/activities/<activity>", """
      {'metrics':[{'id':'<metric>','name':'Pace','unit':'s'}],
       'splits':[{'id':'<split>','name':'Left'}]}
      """).ok(200);
  }

  /** What is performed in a session, and its timer runs. */
  private void performances() {
    ids.put("session", made("/api/<root>/sessions", "{'name':'Session','parent_ids':['<goal>']}"));
    ids.put("instance", made("/api/<root>/sessions/<session>/activities",
        "{'activity_definition_id':'<activity>'}"));
    send("POST", "/api/<root>/activity-instances/<instance>/start", "").ok(200);
    ids.put("elsewhere", made("/api/<root>/sessions", "{'name':'More','parent_ids':['<goal>']}"));
    ids.put("elsewhere.instance", made("/api/<root>/sessions/<elsewhere>/activities",
        "{'activity_definition_id':'<activity>'}"));
  }

  private String note() {
    return made("/api/<root>/notes",
        "{'context':{'kind':'session','id':'<session>'},'content':'Note'}");
  }

  /** One with two blocks of two days each, the second of which is to be deleted. */
  private void programs() {
    ids.put("block", id("new"));
    ids.put("deleted.block", id("new"));
    ids.put("program", made("/api/<root>/programs", """
      {'name':'Program','start_date':'2031-01-01','end_date':'2031-02-28','weeklySchedule':[
        {'id':'<block>','startDate':'2031-01-06','endDate':'2031-01-07'},
        {'id':'<deleted.block>','startDate':'2031-01-08','endDate':'2031-01-09'}]}
      """));
    var days = server.get(fill("/api/<root>/programs/<program>")).ok(200).at("/blocks/0/days");
    ids.put("day", days.at("/0/id").stringValue());
    ids.put("deleted.day", days.at("/1/id").stringValue());
    ids.put("deleted.program", made("/api/<root>/programs",
        "{'name':'Deleted','start_date':'2031-01-06','end_date':'2031-02-01'}"));
  }

  private void deletions() {
    ids.put("deleted.note", note());
    ids.put("deleted.goal", made("/api/<root>/goals",
        "{'name':'Deleted','type':'ShortTermGoal','parent_id':'<root>'}"));
    ids.put("deleted.child", made("/api/<root>/goals",
        "{'name':'Deleted','type':'NanoGoal','parent_id':'<goal>'}"));
    ids.put("deleted.session", made("/api/<root>/sessions",
        "{'name':'Deleted','parent_ids':['<goal>']}"));
    ids.put("deleted.instance", made("/api/<root>/sessions/<session>/activities",
        "{'activity_definition_id':'<activity>'}"));
    ids.put("deleted.activity", made("/api/<root>/activities", "{'name':'Deleted'}"));
    ids.put("deleted.group", made("/api/<root>/activity-groups", "{'name':'Deleted'}"));
    ids.put("deleted.template", made("/api/<root>/session-templates",
        "{'name':'Deleted','template_data':{'sections':[]}}"));
    deleteAgain();
  }

  private void placeholders() {
    var missing = new Placeholders(server);
    var lost = EntityRef.goal(id("new"));
    ids.put("missing.root", missing.missing(lost, lost.id()));
    ids.put("missing.child", missing.missing(EntityRef.goal(id("new")), id("root")));
    for (var kind : List.of(Kind.GOAL, Kind.SESSION, Kind.ACTIVITY, Kind.GROUP, Kind.TEMPLATE,
        Kind.PROGRAM)) {
      ids.put("missing." + kind.code(),
          missing.missing(new EntityRef(kind, id("new")), id("root")));
    }
    missing(Kind.INSTANCE, EntityRef.session(id("session")), missing);
    missing(Kind.METRIC, EntityRef.activity(id("activity")), missing);
    missing(Kind.BLOCK, EntityRef.program(id("program")), missing);
    ids.put("missing.day", missing.missing(EntityRef.day(id("new")), id("root"),
        EntityRef.block(id("block")), EntityRef.program(id("program"))));
    missing.append();
  }

  private void missing(Kind kind, EntityRef owner, Placeholders missing) {
    ids.put("missing." + kind.code(),
        missing.missing(new EntityRef(kind, id("new")), id("root"), owner, owner));
  }

  private String made(String path, String body) {
    return send("POST", path, body).ok(201).id();
  }

  private Answer send(String method, String path, String body) {
    return server.send(method, fill(path), fill(body.replace('\'', '"')));
  }

  /** The text with ids in the place of the things it names. */
  String fill(String text) {
    return THING.matcher(text).replaceAll(thing -> id(thing.group(1)));
  }

  private String id(String thing) {
    return thing.equals("new")
        ? "new-" + NEW.incrementAndGet()
        : Objects.requireNonNull(ids.get(thing), thing);
  }

  /** Checks that all there is can be shown, and is JSON. */
  void requireReadable() {
    for (var list : List.of("goals", "sessions", "activity-instances", "activities",
        "activity-groups", "session-templates", "programs", "notes", "trash")) {
      var answer = server.get(fill("/api/<root>/" + list));
      assertThat(answer.status()).as(list).isIn(200, 404);
      assertThat(answer.json()).as(list).isNotNull();
    }
  }
}
