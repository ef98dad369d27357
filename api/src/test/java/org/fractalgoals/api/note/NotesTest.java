package org.fractalgoals.api.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes are written, edited, deleted and restored. */
class NotesTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private Notes notes = new Notes(practice);
  private String activity = "";
  private String session = "";
  private String instance = "";

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    notes = new Notes(practice);
    activity = practice.activity("Tie knots");
    session = practice.session("Morning");
    instance = practice.instance(session, activity);
  }

  private String note() {
    return practice.note("instance", instance, "Slow");
  }

  private String stored() {
    return SERVER.clock().instant().toString().substring(0, 19) + "Z";
  }

  private void assertNothingHappens(Answer refused, long head, int status) {
    refused.problem(status);
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_note_about_a_set_of_an_instance_knows_the_session_and_the_activity_too() {
    var answer = notes.create("""
      {"context":{"kind":"instance","id":"%s"},"set_index":2,"content":" Slow\\n"}
      """.formatted(instance)).ok(201);

    assertThat(answer.header("Fractal-Position")).isPresent();
    assertThat(answer.text()).isEqualTo(
        "{\"id\":\"%s\",\"root_id\":\"%s\",\"context\":{\"kind\":\"instance\",\"id\":\"%s\"},\"session_id\":\"%s\",\"activity_id\":\"%s\",\"set_index\":2,\"content\":\" Slow\\n\",\"created_at\":\"%s\",\"updated_at\":\"%s\"}"
            .formatted(answer.id(), practice.root(), instance, session, activity, stored(),
                stored()));
    assertThat(notes.read(answer.id()).ok(200).text()).isEqualTo(answer.text());
  }

  @Test
  void a_note_may_be_about_a_goal_a_session_or_an_activity() {
    var aboutGoal = notes.read(practice.note("goal", practice.goal(), "G")).ok(200);
    var aboutSession = notes.read(practice.note("session", session, "S")).ok(200);
    var aboutActivity = notes.read(practice.note("activity", activity, "A")).ok(200);

    assertThat(aboutGoal.at("/context/id").stringValue()).isEqualTo(practice.goal());
    assertThat(aboutGoal.at("/session_id").isNull()).isTrue();
    assertThat(aboutGoal.at("/set_index").isNull()).isTrue();
    assertThat(aboutSession.at("/context/kind").stringValue()).isEqualTo("session");
    assertThat(aboutSession.at("/session_id").stringValue()).isEqualTo(session);
    assertThat(aboutActivity.at("/activity_id").stringValue()).isEqualTo(activity);
  }

  @Test
  void a_client_may_choose_the_id_which_is_then_used_once_over_all_fractals() {
    var id = "mine " + practice.root();
    var body = """
      {"id":"%s","context":{"kind":"goal","id":"%s"},"content":"Slow"}
      """;
    assertThat(notes.create(body.formatted(id, practice.goal())).ok(201).id()).isEqualTo(id);
    var other = Practice.on(SERVER);
    var head = SERVER.head();

    assertNothingHappens(notes.create(body.formatted(id, practice.goal())), head, 409);
    assertNothingHappens(new Notes(other).create(body.formatted(id, other.goal())), head, 409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "", "{\"content\":\"x\"}",
      "{\"context\":null,\"content\":\"x\"}", "{\"context\":\"goal/1\",\"content\":\"x\"}",
      "{\"context\":{\"kind\":\"goal\"},\"content\":\"x\"}",
      "{\"context\":{\"id\":\"GOAL\"},\"content\":\"x\"}",
      "{\"context\":{\"kind\":\"goal\",\"id\":\"\"},\"content\":\"x\"}",
      "{\"context\":{\"kind\":\"goal\",\"id\":\"unknown\"},\"content\":\"x\"}",
      "{\"context\":{\"kind\":\"session\",\"id\":\"GOAL\"},\"content\":\"x\"}",
      "{\"context\":{\"kind\":\"metric\",\"id\":\"GOAL\"},\"content\":\"x\"}",
      "{\"context\":{\"kind\":\"Goal\",\"id\":\"GOAL\"},\"content\":\"x\"}",
      "{\"context\":{\"kind\":\"goal\",\"id\":\"GOAL\"}}",
      "{\"context\":{\"kind\":\"goal\",\"id\":\"GOAL\"},\"content\":null}",
      "{\"context\":{\"kind\":\"goal\",\"id\":\"GOAL\"},\"content\":\" \\n\"}",
      "{\"context\":{\"kind\":\"goal\",\"id\":\"GOAL\"},\"content\":7}",
      "{\"context\":{\"kind\":\"goal\",\"id\":\"GOAL\"},\"content\":\"x\",\"set_index\":0}",
      "{\"context\":{\"kind\":\"goal\",\"id\":\"GOAL\"},\"content\":\"x\",\"id\":7}",
      "{\"context\":{\"kind\":\"instance\",\"id\":\"INSTANCE\"},\"content\":\"x\",\"set_index\":-1}",
      "{\"context\":{\"kind\":\"instance\",\"id\":\"INSTANCE\"},\"content\":\"x\",\"set_index\":1.5}",
      "{\"context\":{\"kind\":\"instance\",\"id\":\"INSTANCE\"},\"content\":\"x\",\"set_index\":[]}"})
  void what_a_note_cannot_be_is_refused(String body) {
    var head = SERVER.head();

    assertNothingHappens(notes.create(body.replace("GOAL", practice.goal()).replace("INSTANCE",
        instance)), head, 400);
  }

  @Test
  void a_note_has_a_hundred_thousand_characters_at_most() {
    var body = """
      {"context":{"kind":"goal","id":"%s"},"content":"%s"}
      """;
    notes.create(body.formatted(practice.goal(), "x".repeat(100_000))).ok(201);

    assertThat(notes.create(body.formatted(practice.goal(), "x".repeat(100_001))).problem(400)
        .error()).isEqualTo("The content has 100001 characters; 100000 are allowed.");
  }

  @Test
  void what_a_note_is_about_lives_in_the_same_fractal() {
    var other = Practice.on(SERVER);
    SERVER.delete(practice.sessions("/" + session)).ok(200);
    var head = SERVER.head();
    var body = """
      {"context":{"kind":"%s","id":"%s"},"content":"x"}
      """;

    assertNothingHappens(notes.create(body.formatted("goal", other.goal())), head, 400);
    assertNothingHappens(notes.create(body.formatted("session", session)), head, 400);
    assertNothingHappens(notes.create(body.formatted("instance", instance)), head, 400);
  }

  @Test
  void a_fractal_that_is_not_there_has_no_notes() {
    var nowhere = new Notes(new Practice(SERVER, "nowhere", ""));

    nowhere.list("").problem(404);
    nowhere.create("{}").problem(404);
    nowhere.read("x").problem(404);
    nowhere.edit("x", "{\"content\":\"x\"}").problem(404);
    nowhere.delete("x").problem(404);
    nowhere.restore("x").problem(404);
  }

  @Test
  void an_edit_changes_what_a_note_says_and_when() {
    var id = note();
    SERVER.clock().advance(Duration.ofSeconds(5));

    var answer = notes.edit(id, "{\"content\":\"Fast\",\"set_index\":9}").ok(200);

    assertThat(answer.at("/content").stringValue()).isEqualTo("Fast");
    assertThat(answer.at("/set_index").isNull()).isTrue();
    assertThat(answer.at("/updated_at").stringValue()).isEqualTo(stored())
        .isNotEqualTo(answer.at("/created_at").stringValue());
  }

  @Test
  void the_same_words_again_change_nothing() {
    var id = note();
    var head = SERVER.head();

    notes.edit(id, "{\"content\":\"Slow\"}").ok(200);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"content\":null}", "{\"content\":\"\"}",
      "{\"content\":[]}", "no json"})
  void an_edit_says_something(String body) {
    var id = note();
    var head = SERVER.head();

    assertNothingHappens(notes.edit(id, body), head, 400);
  }

  @Test
  void a_deleted_note_is_gone_until_it_is_restored() {
    var id = note();
    assertThat(notes.delete(id).ok(200).at("/message").stringValue())
        .isEqualTo("The note is deleted.");

    notes.read(id).problem(404);
    notes.edit(id, "{\"content\":\"x\"}").problem(404);
    notes.delete(id).problem(404);
    assertThat(Notes.contents(notes.list(""))).isEmpty();

    assertThat(notes.restore(id).ok(200).at("/content").stringValue()).isEqualTo("Slow");
    assertThat(notes.read(id).ok(200).id()).isEqualTo(id);
    var head = SERVER.head();
    notes.restore(id).ok(200);
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_deleted_note_is_in_the_trash_by_the_beginning_of_what_it_says() {
    var id = note();
    notes.delete(id).ok(200);

    var trash = SERVER.get("/api/%s/trash".formatted(practice.root())).ok(200).json();
    assertThat(trash).hasSize(1);
    assertThat(trash.at("/0/kind").stringValue()).isEqualTo("note");
    assertThat(trash.at("/0/id").stringValue()).isEqualTo(id);
    assertThat(trash.at("/0/name").stringValue()).isEqualTo("Slow");
    assertThat(trash.at("/0/count").intValue()).isEqualTo(1);
    assertThat(trash.at("/0/restorable").booleanValue()).isTrue();
  }

  @Test
  void a_note_is_hidden_while_its_instance_is_deleted_and_comes_back_with_it() {
    var id = note();
    var other = practice.note("session", session, "Early");
    SERVER.delete(practice.sessions("/%s/activities/%s".formatted(session, instance))).ok(200);

    notes.read(id).problem(404);
    notes.edit(id, "{\"content\":\"x\"}").problem(404);
    notes.delete(id).problem(404);
    assertThat(notes.restore(id).problem(409).error()).contains("restore that one first");
    notes.read(other).ok(200);

    SERVER.post(practice.instances("/%s/restore".formatted(instance)), "").ok(200);
    notes.read(id).ok(200);
  }

  @Test
  void a_note_that_was_deleted_itself_waits_for_what_it_is_about() {
    var id = note();
    notes.delete(id).ok(200);
    SERVER.delete(practice.sessions("/" + session)).ok(200);

    assertThat(notes.restore(id).problem(409).error()).isEqualTo(
        "The note \"%s\" stands below the session \"%s\", which is deleted: restore that one first."
            .formatted(id, session));
    SERVER.post(practice.sessions("/%s/restore".formatted(session)), "").ok(200);
    notes.restore(id).ok(200);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '\'', textBlock = """
    '{"name":"New"}', has no name
    '{"parent":{"kind":"goal","id":"GOAL"}}', cannot get another parent
    """)
  void a_note_comes_back_as_it_was_and_where_it_was(String body, String error) {
    var id = note();
    notes.delete(id).ok(200);

    assertThat(SERVER.post(notes.path("/%s/restore".formatted(id)),
        body.replace("GOAL", practice.goal())).problem(400).error()).contains(error);
  }

  @Test
  void notes_go_with_their_fractal_and_come_back_with_it() {
    var id = note();
    var gone = practice.note("goal", practice.goal(), "Gone");
    notes.delete(gone).ok(200);
    SERVER.delete("/api/fractals/" + practice.root()).ok(200);
    notes.read(id).problem(404);
    assertThat(notes.restore(id).problem(409).error()).contains("was deleted together with");

    SERVER.post("/api/fractals/%s/restore".formatted(practice.root()), "").ok(200);

    notes.read(id).ok(200);
    notes.read(gone).problem(404);
  }

  @Test
  void a_note_of_another_fractal_is_not_known() {
    var id = note();
    var other = new Notes(Practice.on(SERVER));
    var head = SERVER.head();

    assertNothingHappens(other.read(id), head, 404);
    assertNothingHappens(other.edit(id, "{\"content\":\"x\"}"), head, 404);
    assertNothingHappens(other.delete(id), head, 404);
    assertNothingHappens(other.restore(id), head, 404);
  }

  @Test
  void an_imported_note_that_breaks_every_rule_is_shown_and_can_be_edited() {
    var store = SERVER.application().store();
    var id = store.ids().next();
    store.append(List.of(new NewEvent(store.ids().next(), NewEvent.NEXT,
        new NoteCreated(id, practice.root(), EntityRef.session(session), -3L, "", null),
        new Envelope(practice.root(), new Origin("test", Source.MIGRATION, store.ids().next()),
            null,
            new Imported("run", null, List.of("CHECK_VIOLATED(content)"), null)))));
    SERVER.awaitApplied();

    var shown = notes.read(id).ok(200);
    assertThat(shown.at("/content").stringValue()).isEmpty();
    assertThat(shown.at("/set_index").intValue()).isEqualTo(-3);
    assertThat(notes.edit(id, "{\"content\":\"Now\"}").ok(200).at("/content").stringValue())
        .isEqualTo("Now");
  }
}
