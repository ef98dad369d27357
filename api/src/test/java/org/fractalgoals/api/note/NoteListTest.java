package org.fractalgoals.api.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.api.note.Notes.contents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes are listed the newest first, all of a fractal or those about something, page by page. */
class NoteListTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private Notes notes = new Notes(practice);
  private String activity = "";
  private String session = "";
  private String instance = "";

  /** In the order of the alphabet. */
  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    notes = new Notes(practice);
    activity = practice.activity("Tie knots");
    session = practice.session("Morning");
    instance = practice.instance(session, activity);
    var evening = practice.session("Evening");
    practice.note("goal", practice.root(), "A");
    practice.note("session", session, "B");
    practice.note("instance", instance, "C");
    practice.note("goal", practice.goal(), "D");
    practice.note("session", evening, "E");
    practice.note("instance", practice.instance(evening, activity), "F");
    practice.note("activity", activity, "G");
    practice.note("instance", instance, "H");
  }

  private List<String> about(String context) {
    return contents(notes.list("?context=" + context));
  }

  @Test
  void all_notes_of_a_fractal_come_newest_first() {
    var answer = notes.list("");

    assertThat(contents(answer)).containsExactly("H", "G", "F", "E", "D", "C", "B", "A");
    assertThat(answer.at("/next").isNull()).isTrue();
    assertThat(answer.at("/notes/0").toString()).isEqualTo(
        notes.read(answer.at("/notes/0/id").stringValue()).ok(200).json().toString());
  }

  @Test
  void a_fractal_without_notes_has_an_empty_list() {
    assertThat(new Notes(Practice.on(SERVER)).list("").ok(200).text())
        .isEqualTo("{\"notes\":[],\"next\":null}");
  }

  @Test
  void a_session_shows_the_notes_about_what_was_performed_in_it_too() {
    assertThat(about("session/" + session)).containsExactly("H", "C", "B");
  }

  @Test
  void an_activity_shows_the_notes_about_its_instances_in_all_sessions_too() {
    assertThat(about("activity/" + activity)).containsExactly("H", "G", "F", "C");
  }

  @Test
  void an_instance_and_a_goal_show_their_own_notes_only() {
    assertThat(about("instance/" + instance)).containsExactly("H", "C");
    assertThat(about("goal/" + practice.goal())).containsExactly("D");
    assertThat(about("goal/" + practice.root())).containsExactly("A");
  }

  @Test
  void an_id_may_have_a_slash() {
    var odd = "a/b c" + practice.root();
    SERVER.post(practice.sessions("/%s/activities".formatted(session)), """
      {"instance_id":"%s","activity_definition_id":"%s"}
      """.formatted(odd, activity)).ok(201);
    practice.note("instance", odd, "I");

    assertThat(about(URLEncoder.encode("instance/" + odd, StandardCharsets.UTF_8)))
        .containsExactly("I");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 8, 9})
  void pages_of_any_size_give_every_note_once(int limit) {
    var seen = new ArrayList<String>();
    var query = "?limit=" + limit;
    String next;
    do {
      var page = notes.list(query);
      assertThat(contents(page)).hasSizeLessThanOrEqualTo(limit);
      seen.addAll(contents(page));
      next = page.at("/next").stringValue(null);
      query = "?limit=" + limit + "&after=" + next;
    } while (next != null);

    assertThat(seen).containsExactly("H", "G", "F", "E", "D", "C", "B", "A");
  }

  @Test
  void a_list_about_something_has_pages_too() {
    var first = notes.list("?limit=2&context=session/" + session);
    assertThat(contents(first)).containsExactly("H", "C");

    assertThat(contents(notes.list("?limit=2&context=session/%s&after=%s".formatted(session,
        first.at("/next").stringValue())))).containsExactly("B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?limit=0", "?limit=1001", "?limit=x", "?limit=", "?after=x", "?after=",
      "?context=", "?context=session", "?context=session/", "?context=/x", "?context=metric/x",
      "?context=SESSION/x"})
  void a_parameter_that_cannot_be_read_is_refused(String query) {
    notes.list(query).problem(400);
  }

  @Test
  void something_that_is_not_there_has_no_list_of_notes() {
    var other = Practice.on(SERVER);
    notes.list("?context=session/unknown").problem(404);
    notes.list("?context=goal/" + other.goal()).problem(404);
    notes.list("?context=goal/" + session).problem(404);

    SERVER.delete(practice.sessions("/" + session)).ok(200);
    notes.list("?context=session/" + session).problem(404);
    notes.list("?context=instance/" + instance).problem(404);
    assertThat(about("activity/" + activity)).containsExactly("G", "F");
  }
}
