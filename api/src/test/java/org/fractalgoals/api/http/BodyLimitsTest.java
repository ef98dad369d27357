package org.fractalgoals.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLimitsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final int FOUR_MEGABYTES = 4 * 1024 * 1024;

  /** A body of exactly so many bytes. */
  private static byte[] bodyOf(int bytes) {
    var start = "{\"name\":\"Big\",\"ignored\":\"";
    var end = "\"}";
    return (start + "x".repeat(bytes - start.length() - end.length()) + end)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void four_megabytes_are_accepted() {
    SERVER.send("POST", "/api/fractals", BodyPublishers.ofByteArray(bodyOf(FOUR_MEGABYTES)))
        .ok(201);
  }

  @ParameterizedTest
  @ValueSource(ints = {FOUR_MEGABYTES + 1, 5_000_000, 12_000_000})
  void more_is_refused(int bytes) {
    long head = SERVER.head();

    SERVER.send("POST", "/api/fractals", BodyPublishers.ofByteArray(bodyOf(bytes))).problem(413);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(ints = {FOUR_MEGABYTES + 1, 5_000_000})
  void more_is_refused_also_where_the_length_is_not_said_beforehand(int bytes) {
    long head = SERVER.head();
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bodyOf(bytes)));

    SERVER.send("POST", "/api/fractals", chunked).problem(413);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_completion_does_not_swallow_a_body_that_is_too_long() {
    var root = SERVER.fractal("Sail");
    long head = SERVER.head();

    SERVER.send("PATCH", "/api/%s/goals/%s/complete".formatted(root, root),
        BodyPublishers.ofByteArray(bodyOf(FOUR_MEGABYTES + 1))).problem(413);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void two_hundred_levels_are_accepted_and_one_more_is_not() {
    var root = SERVER.fractal("Sail");
    long head = SERVER.head();
    var path = "/api/%s/goals/%s".formatted(root, root);

    SERVER.put(path, "{\"ignored\":%s}".formatted(nested(199))).ok(200);
    SERVER.put(path, "{\"ignored\":%s}".formatted(nested(200))).problem(400);
    SERVER.put(path, "{\"targets\":[{\"a\":%s}]}".formatted(nested(198))).problem(400);
    assertThat(SERVER.head()).isEqualTo(head);
    SERVER.put(path, "{\"targets\":[{\"a\":%s}]}".formatted(nested(197))).ok(200);
  }

  @Test
  void nesting_without_end_is_refused() {
    SERVER.post("/api/fractals", "{\"name\":\"x\",\"a\":" + "[".repeat(3_000_000)).problem(400);
    SERVER.post("/api/fractals", "{\"a\":".repeat(500_000)).problem(400);
  }

  @Test
  void a_name_may_have_500_characters_and_a_description_100_000() {
    SERVER.post("/api/fractals", "{\"name\":\"%s\",\"description\":\"%s\"}"
        .formatted("n".repeat(500), "d".repeat(100_000))).ok(201);
  }

  @Test
  void numbers_of_any_size_are_kept_or_refused_but_break_nothing() {
    var root = SERVER.fractal("Sail");
    var path = "/api/%s/goals/%s".formatted(root, root);

    for (var number : new String[] {"1e400", "-1e-400", "1e2147483647", "10e2147483647",
        "1e99999999999", "1E-99999999999", "9".repeat(1000), "0." + "1".repeat(990)}) {
      var targets = "[{\"value\":%s}]".formatted(number);
      var answer = SERVER.put(path, "{\"targets\":%s}".formatted(targets));
      assertThat(answer.status()).as(number).isIn(200, 400);
      if (answer.status() == 200) {
        assertThat(answer.text()).contains(targets);
        SERVER.put(path, "{\"targets\":[{\"value\":1}]}").ok(200);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c3", "c0af", "eda080", "f8888080", "00"})
  void what_is_no_utf_8_is_refused(String hex) throws Exception {
    long head = SERVER.head();
    var bytes = new ByteArrayOutputStream();
    bytes.write("{\"name\":\"a".getBytes(StandardCharsets.UTF_8));
    bytes.write(HexFormat.of().parseHex(hex));
    bytes.write("\"}".getBytes(StandardCharsets.UTF_8));

    SERVER.send("POST", "/api/fractals", BodyPublishers.ofByteArray(bytes.toByteArray()))
        .problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }
}
