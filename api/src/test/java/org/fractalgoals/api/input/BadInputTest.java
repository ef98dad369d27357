package org.fractalgoals.api.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every route with everything that can be wrong with a request: what is refused is told why, in a sentence that names
 * what is wrong, and leaves no event; what is accepted can be shown afterwards.
 */
class BadInputTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static @Nullable World world;

  @BeforeAll
  static void given() {
    world = World.on(SERVER);
  }

  @TestFactory
  Stream<DynamicNode> every_route() {
    return Table.ROUTES.stream().map(route -> dynamicContainer(route.toString(), tests(route)));
  }

  private static Stream<DynamicNode> tests(Route route) {
    var first = Stream.of(dynamicTest("as it should be", () -> asItShouldBe(route)));
    var wrong = Cases.of(route).stream()
        .map(each -> dynamicTest(each.toString(), () -> withSomethingWrong(route, each)));
    var last = Stream.of(dynamicTest("everything can be shown afterwards",
        () -> world().requireReadable()));
    return Stream.of(first, wrong, last).flatMap(Function.identity());
  }

  private static void asItShouldBe(Route route) {
    world = world().next();
    send(route.method(), route.filled(), route.body()).ok(route.status());
    mend(route);
  }

  private static void withSomethingWrong(Route route, Case given) {
    long head = SERVER.head();

    var answer = send(given.method(), given.path(), given.body());

    if (given.isAccepted()) {
      assertThat(answer.status()).as(told(given, answer)).isBetween(200, 299);
      mend(route);
    } else {
      assertThat(answer.status()).as(told(given, answer)).isEqualTo(given.status());
      answer.problem(given.status());
      assertThat(SERVER.head()).as(told(given, answer)).isEqualTo(head);
      requireSentence(given, answer);
    }
  }

  /** What a request took from the world, or gave back to it, must not matter to the next one. */
  private static void mend(Route route) {
    if (route.method().equals("DELETE")) {
      world = world().next();
    } else if (route.path().endsWith("/restore")) {
      world().deleteAgain();
    }
  }

  private static World world() {
    return Objects.requireNonNull(world);
  }

  private static Answer send(String method, String path, Body body) {
    var request = SERVER.request(world().fill(path));
    var text = world().fill(body.text());
    return SERVER.send(text.isEmpty()
        ? request.method(method, BodyPublishers.noBody())
        : request.header("Content-Type", body.type()).method(method,
            BodyPublishers.ofString(text, body.charset())));
  }

  private static String told(Case given, Answer answer) {
    return "%s %s, %s: %s".formatted(given.method(), given.path(), given, answer.text());
  }

  private static void requireSentence(Case given, Answer answer) {
    assertThat(answer.error()).as(told(given, answer)).matches("[A-Z\"][^\\n]{10,800}\\.");
    if (given.place() != null) {
      var error = answer.error().toLowerCase(Locale.ROOT);
      assertThat(given.hints().map(world()::fill)).as(told(given, answer))
          .anyMatch(error::contains);
    }
  }
}
