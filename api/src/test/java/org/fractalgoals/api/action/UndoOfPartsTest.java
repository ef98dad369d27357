package org.fractalgoals.api.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions and what is performed in them, activities, groups, templates, programs and notes. */
class UndoOfPartsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private Acts acts = new Acts(SERVER, "");
  private String session = "";
  private String activity = "";
  private String instance = "";

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    acts = new Acts(SERVER, practice.root());
    session = practice.session("Morning");
    activity = practice.activity("Tie");
    instance = practice.instance(session, activity);
  }

  private String instances() {
    return practice.sessions("/%s/activities".formatted(session));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":\"Evening\"}", "{\"description\":\"Late\"}",
      "{\"session_data\":{\"a\":[1.50]}}", "{\"duration_minutes\":30}",
      "{\"session_start\":\"2026-03-04T05:06:07\",\"session_end\":\"2026-03-04T06:06:07\"}",
      "{\"completed\":true}"})
  void a_changed_session_is_as_it_was(String body) {
    var path = practice.sessions("/" + session);

    acts.isUndone(path, () -> SERVER.put(path, body).ok(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"notes\":\"Slow\"}", "{\"completed\":true}",
      "{\"time_start\":\"2026-03-04T05:06:07Z\",\"time_stop\":\"2026-03-04T05:07:07Z\"}"})
  void a_changed_instance_is_as_it_was(String body) {
    acts.isUndone(instances(),
        () -> SERVER.put(practice.instances("/" + instance), body).ok(200));
  }

  @Test
  void sets_are_taken_back() {
    var path = practice.instances("/" + instance);
    SERVER.put(path, "{\"sets\":[{\"reps\":1}]}").ok(200);

    acts.isUndone(instances(), () -> SERVER.put(path, "{\"sets\":[{\"reps\":2}]}").ok(200));
  }

  @Test
  void a_timer_is_taken_back() {
    acts.isUndone(instances(),
        () -> SERVER.post(practice.instances("/%s/start".formatted(instance)), "{}").ok(200));
    SERVER.post(practice.instances("/%s/start".formatted(instance)), "{}").ok(200);
    acts.isUndone(instances(),
        () -> SERVER.post(practice.instances("/%s/stop".formatted(instance)), "{}").ok(200));
  }

  @Test
  void an_instance_that_was_added_or_deleted_is_not_or_is_again() {
    acts.isUndone(instances(), () -> practice.instance(session, activity));
    acts.isUndone(instances(), () -> SERVER.delete(instances() + "/" + instance).ok(200));
  }

  private void record(String value) {
    SERVER.put(instances() + "/%s/metrics".formatted(instance),
        "{\"metrics\":[{\"metric_id\":\"%s-pace\",\"value\":%s}]}".formatted(activity, value))
        .ok(200);
  }

  @Test
  void a_value_that_replaced_another_is_taken_back_and_a_first_one_cannot_be() {
    record("1");
    var first = acts.last();
    acts.isUndone(instances(), () -> record("2"));

    assertThat(acts.isRefused(first, 409)).contains("instance.metric-recorded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":\"Bend\"}", "{\"description\":\"Fast\"}",
      "{\"has_sets\":true,\"metrics_multiplicative\":true}", "{\"metrics\":[]}",
      "{\"metrics\":[{\"id\":\"%1$s-pace\",\"name\":\"Load\",\"unit\":\"s\"},{\"id\":\"%1$s-load\",\"name\":\"Pace\",\"unit\":\"lb\"}]}",
      "{\"metrics\":[{\"id\":\"%1$s-pace\",\"name\":\"Pace\",\"unit\":\"min\"},{\"name\":\"Grip\",\"unit\":\"N\"}],\"splits\":[{\"name\":\"Right\"}]}"})
  void a_changed_activity_is_as_it_was(String body) {
    acts.isUndone(acts.path("activities"), () -> SERVER
        .put(acts.path("activities/%s", activity), body.formatted(activity)).ok(200));
  }

  @Test
  void an_activity_never_gets_too_many_metrics() {
    var path = acts.path("activities/%s", activity);
    SERVER.put(path, "{\"metrics\":[]}").ok(200);
    var removal = acts.last();
    SERVER.put(path,
        "{\"metrics\":[{\"name\":\"A\",\"unit\":\"s\"},{\"name\":\"B\",\"unit\":\"s\"}]}").ok(200);

    assertThat(acts.isRefused(removal, 400)).contains("3 metrics");
  }

  @Test
  void an_activity_goes_back_to_the_group_it_was_in() {
    var group = SERVER.post(acts.path("activity-groups"), "{\"name\":\"Knots\"}").ok(201).id();
    var path = acts.path("activities/%s", activity);

    acts.isUndone(acts.path("activities"),
        () -> SERVER.put(path, "{\"group_id\":\"%s\"}".formatted(group)).ok(200));
    SERVER.put(path, "{\"group_id\":\"%s\"}".formatted(group)).ok(200);
    SERVER.put(path, "{\"group_id\":null}").ok(200);
    var ungrouping = acts.last();
    SERVER.delete(acts.path("activity-groups/%s", group)).ok(200);

    assertThat(acts.isRefused(ungrouping, 409)).contains(group).contains("deleted since");
  }

  @Test
  void groups_templates_and_notes_are_as_they_were() {
    var one = SERVER.post(acts.path("activity-groups"), "{\"name\":\"Knots\"}").ok(201).id();
    var two = SERVER.post(acts.path("activity-groups"), "{\"name\":\"Bends\"}").ok(201).id();
    var groups = acts.path("activity-groups");
    acts.isUndone(groups, () -> SERVER.put(groups + "/" + one,
        "{\"name\":\"Hitches\",\"description\":\"Many\"}").ok(200));
    acts.isUndone(groups, () -> SERVER
        .put(groups + "/reorder", "{\"group_ids\":[\"%s\",\"%s\"]}".formatted(two, one)).ok(200));

    var template = acts.path("session-templates/%s", SERVER.post(acts.path("session-templates"),
        "{\"name\":\"Short\",\"template_data\":{\"a\":1}}").ok(201).id());
    acts.isUndone(template, () -> SERVER
        .put(template, "{\"name\":\"Long\",\"template_data\":{\"a\":2}}").ok(200));

    var note = acts.path("notes/%s", practice.note("session", session, "Calm"));
    acts.isUndone(note, () -> SERVER.put(note, "{\"content\":\"Windy\"}").ok(200));
  }

  private String block(String id, String name, String last) {
    return """
      {"id":"%s","name":"%s","color":"#123456","startDate":"2031-01-06","endDate":"2031-01-%s",
       "weeklySchedule":{"monday":[]}}
      """.formatted(practice.root() + id, name, last).strip();
  }

  @Test
  void programs_with_their_blocks_and_days_are_as_they_were() {
    var program = SERVER.post(acts.path("programs"), """
      {"name":"Refit","start_date":"2031-01-06","end_date":"2031-02-01","weeklySchedule":[%s]}
      """.formatted(block("1", "Base", "14"))).ok(201).id();
    var path = acts.path("programs/%s", program);

    acts.isUndone(path, () -> SERVER.put(path, """
      {"name":"Winter","description":"Cold","end_date":"2031-03-01"}
      """).ok(200));
    acts.isUndone(path, () -> SERVER.put(path, "{\"weeklySchedule\":[%s,%s]}"
        .formatted(block("1", "Basis", "16"), block("2", "Peak", "09"))).ok(200));

    var day = SERVER.get(path).ok(200).at("/blocks/0/days/0/id").stringValue();
    var days = path + "/blocks/%s1/days/%s".formatted(practice.root(), day);
    var template = SERVER.post(acts.path("session-templates"),
        "{\"name\":\"Short\",\"template_data\":{\"a\":1}}").ok(201).id();
    acts.isUndone(path, () -> SERVER
        .put(days, "{\"name\":\"Legs\",\"template_ids\":[\"%s\"]}".formatted(template)).ok(200));
    acts.isUndone(path, () -> SERVER.delete(days).ok(200));
  }

  @Test
  void what_was_created_is_deleted_with_all_its_parts() {
    acts.isUndone(acts.path("programs"), () -> SERVER.post(acts.path("programs"), """
      {"name":"Refit","start_date":"2031-01-06","end_date":"2031-02-01","weeklySchedule":[%s]}
      """.formatted(block("1", "Base", "14"))).ok(201));
    acts.isUndone(acts.path("activities"), () -> SERVER.post(acts.path("activities"), """
      {"name":"Splice","metrics":[{"name":"Pace","unit":"s"}],"splits":[{"name":"Left"}]}
      """).ok(201));
  }

  @Test
  void a_session_in_which_something_was_performed_stays() {
    var evening = practice.session("Evening");
    var creation = acts.last();
    practice.instance(evening, activity);

    assertThat(acts.isRefused(creation, 409)).contains("instance");
  }
}
