package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever can be deleted is listed by {@code trash} and brought back by {@code restore}, one after the other. */
class RestoreOfEveryKindTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static String run(String... command) {
    var arguments = new String[command.length + 4];
    System.arraycopy(command, 0, arguments, 0, command.length);
    arguments[command.length] = "--data";
    arguments[command.length + 1] = SERVER.directory().toString();
    arguments[command.length + 2] = "--env";
    arguments[command.length + 3] = "testing";
    var outcome = new Shell().run(arguments);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    return outcome.out().strip();
  }

  private static String create(Practice practice, String collection) {
    return SERVER.post("/api/%s/%s".formatted(practice.root(), collection), """
      {"name":"Tie","template_data":{"a":1}}
      """).ok(201).id();
  }

  @Test
  void with_a_server_and_without_one() {
    var practice = Practice.on(SERVER);
    var session = practice.session("Morning");
    var instance = practice.instance(session, practice.activity("Row"));
    var activity = create(practice, "activities");
    var group = create(practice, "activity-groups");
    var template = create(practice, "session-templates");
    var note = practice.note("instance", instance, "Slow");
    var root = "/api/" + practice.root();
    var program = SERVER.post(root + "/programs", """
      {"name":"Refit","start_date":"2031-01-06","end_date":"2031-02-01","weeklySchedule":[
        {"id":"1767200643898","startDate":"2031-01-06","endDate":"2031-01-06"},
        {"id":"a/b","startDate":"2031-01-07","endDate":"2031-01-07"}]}
      """).ok(201);
    var day = program.at("/blocks/1/days/0/id").stringValue();
    var paths = List.of(root + "/programs/%s/blocks/a%%2Fb/days/%s".formatted(program.id(), day),
        root + "/programs/" + program.id(), root + "/notes/" + note,
        root + "/sessions/%s/activities/%s".formatted(session, instance),
        root + "/sessions/" + session, root + "/activities/" + activity,
        root + "/activity-groups/" + group, root + "/session-templates/" + template,
        root + "/goals/" + practice.goal(), "/api/fractals/" + practice.root());
    var things = List.of("day/" + day, "program/" + program.id(), "note/" + note,
        "instance/" + instance, "session/" + session,
        "activity/" + activity,
        "group/" + group, "template/" + template, "goal/" + practice.goal(),
        "goal/" + practice.root());

    for (var served : List.of(true, false)) {
      paths.forEach(path -> SERVER.delete(path).ok(200));
      if (!served) {
        SERVER.stop();
      }
      for (var thing : things.reversed()) {
        assertThat(run("trash")).contains(thing);
        assertThat(run("restore", thing)).startsWith(thing + " is back");
      }
      assertThat(run("trash")).isEqualTo("There is nothing to restore.");
    }
    SERVER.start();
  }
}
