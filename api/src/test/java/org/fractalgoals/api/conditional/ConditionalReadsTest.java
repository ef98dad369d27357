package org.fractalgoals.api.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients need not be sent again what they have seen. */
class ConditionalReadsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private String root = "";
  private String goal = "";

  @BeforeEach
  void given() {
    root = SERVER.fractal("Sail");
    goal = SERVER.goal(root, root, "Boat");
  }

  private String path() {
    return "/api/%s/goals/%s".formatted(root, goal);
  }

  private static String tagOf(Answer answer) {
    return answer.header("ETag").orElseThrow();
  }

  private static Answer getIfNoneMatch(String path, String tags) {
    return SERVER.send(SERVER.request(path).header("If-None-Match", tags).GET());
  }

  private static String rename(String name) {
    return "{\"name\":\"%s\"}".formatted(name);
  }

  @Test
  void a_tag_tells_the_version_of_the_thing_and_the_last_event_of_its_fractal() {
    SERVER.put(path(), rename("Ship")).ok(200);
    long last = SERVER.head();
    SERVER.fractal("Another");

    assertThat(tagOf(SERVER.get(path()).ok(200))).isEqualTo("\"1.%d\"".formatted(last));
  }

  @Test
  void an_answer_may_be_kept_but_must_be_asked_for_again_by_each_caller() {
    var answer = SERVER.get(path()).ok(200);

    assertThat(answer.header("Cache-Control")).hasValue("no-cache");
    assertThat(answer.response().headers().allValues("Vary")).contains("Authorization");
  }

  @Test
  void what_has_been_seen_is_not_sent_again_until_something_in_the_fractal_changes() {
    for (var path : List.of(path(), "/api/%s/goals".formatted(root),
        "/api/%s/sessions".formatted(root), "/api/%s/trash".formatted(root),
        "/api/goals/" + goal)) {
      var tag = tagOf(SERVER.get(path).ok(200));

      var again = getIfNoneMatch(path, tag);
      assertThat(again.status()).as(path).isEqualTo(304);
      assertThat(again.text()).isEmpty();
      assertThat(again.header("ETag")).hasValue(tag);

      SERVER.fractal("Another");
      assertThat(getIfNoneMatch(path, "\"0.0\", W/" + tag).status()).as(path).isEqualTo(304);

      SERVER.goal(root, goal, "Part");
      var changed = getIfNoneMatch(path, tag).ok(200);
      assertThat(tagOf(changed)).as(path).isNotEqualTo(tag);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/fractals", "/api/goals", "/api/practice-sessions", "/api/trash"})
  void what_is_about_all_fractals_changes_with_each_of_them(String path) {
    var tag = tagOf(SERVER.get(path).ok(200));

    assertThat(getIfNoneMatch(path, tag).status()).isEqualTo(304);
    SERVER.fractal("Another");
    getIfNoneMatch(path, tag).ok(200);
  }

  @Test
  void what_is_not_there_is_not_there_whatever_the_client_has_seen() {
    var tag = tagOf(SERVER.get(path()).ok(200));
    var other = SERVER.fractal("Another");

    getIfNoneMatch("/api/%s/goals/%s".formatted(other, goal), tag).problem(404);
    getIfNoneMatch("/api/%s/goals/unknown".formatted(root), "*").problem(404);
    SERVER.delete(path()).ok(200);
    getIfNoneMatch(path(), tag).problem(404);
    assertThat(SERVER.get(path()).header("ETag")).isEmpty();
  }

  @Test
  void what_was_has_no_tag() {
    var past = path() + "?asOfPosition=" + SERVER.head();

    assertThat(SERVER.get(past).ok(200).header("ETag")).isEmpty();
    getIfNoneMatch(past, "*").ok(200);
  }

  @Test
  void a_header_that_lists_no_tags_is_refused() {
    getIfNoneMatch(path(), "1.2").problem(400);
    getIfNoneMatch(path(), "\"1.2\" \"1.3\"").problem(400);
  }
}
