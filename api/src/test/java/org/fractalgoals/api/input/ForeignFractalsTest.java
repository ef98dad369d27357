package org.fractalgoals.api.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.input.Route.Reads;
import org.fractalgoals.domain.key.NewKey;
import org.fractalgoals.domain.key.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever has a key for some fractals cannot tell another fractal from one that does not exist, on any route. */
class ForeignFractalsTest {

  @RegisterExtension static final RunningServer SERVER = RunningServer.askingForKeys();

  private static final Pattern THING = Pattern.compile("<([a-z.]+)>");

  /** What is asked in another way than the table has it. */
  private static final List<Route> MORE = List.of(
      Route.get("/api/{rootId}/{kind}/{id}/history").on("kind", "goal").on("id", "goal"),
      Route.get("/api/{rootId}/diff"), Route.get("/api/{rootId}/audit/export"),
      Route.of("POST", "/api/{rootId}/actions/{actionId}/undo", 200, Reads.NOTHING, "")
          .on("actionId", "goal"));

  /** What says something about all fractals, or makes one. */
  private static final Set<String> ABOUT_ALL = Set.of("GET /api/fractals", "GET /api/goals",
      "GET /api/practice-sessions", "GET /api/trash");
  private static final Set<String> ABOUT_NONE = Set.of("GET /health", "GET /openapi.json");
  private static final String NEW_FRACTAL = "POST /api/fractals";

  private static @Nullable World world;
  private static String owner = "";
  private static String stranger = "";

  @BeforeAll
  static void given() {
    owner = SERVER.key(new NewKey("owner", Role.USER, List.of()));
    SERVER.ask(owner);
    world = World.on(SERVER);
    stranger = SERVER
        .key(new NewKey("stranger", Role.USER, List.of(fill("<other.root>"))));
  }

  private static String fill(String text) {
    return Objects.requireNonNull(world).fill(text);
  }

  private static List<Route> routes() {
    return Stream.of(Table.ROUTES, MORE).flatMap(List::stream).toList();
  }

  private static String name(Route route) {
    return route.method() + " " + route.path();
  }

  private static Answer ask(Route route, World things) {
    return ask(route, things::fill);
  }

  private static Answer ask(Route route, UnaryOperator<String> fill) {
    return SERVER.send(route.method(), fill.apply(route.filled()),
        route.reads() == Reads.NOTHING ? "" : fill.apply(route.body().text().replace('\'', '"')));
  }

  /** Names what there is never was anything of. */
  private static String unknown(String text) {
    return THING.matcher(text).replaceAll(thing -> thing.group(1).equals("new")
        ? "new"
        : "unknown-" + thing.group(1));
  }

  /** The answer without the ids that were asked for, so that it can be compared. */
  private static String bare(Answer answer) {
    return answer.status() + " "
        + answer.text().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|unknown-[a-z.]+", "ID");
  }

  @Test
  void the_walk_has_every_operation_of_the_document() {
    var document = new TreeSet<String>();
    SERVER.ask(owner);
    SERVER.get("/openapi.json").ok(200).at("/paths").properties()
        .forEach(path -> path.getValue().propertyNames().forEach(
            verb -> document.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    document.removeIf(operation -> operation.contains(" /api/admin/"));

    var walked = new TreeSet<String>();
    routes().forEach(route -> walked.add(name(route)));

    assertThat(walked).isEqualTo(document);
  }

  @Test
  void what_is_foreign_is_answered_like_what_does_not_exist() {
    long head = SERVER.head();
    SERVER.ask(stranger);
    for (var route : routes()) {
      var answer = ask(route, ForeignFractalsTest::fill);
      if (ABOUT_ALL.contains(name(route))) {
        assertThat(answer.ok(200).text()).as(name(route)).doesNotContain(fill("<root>"));
      } else if (name(route).equals(NEW_FRACTAL)) {
        answer.problem(403);
      } else if (!ABOUT_NONE.contains(name(route))) {
        assertThat(answer.status()).as(name(route)).isEqualTo(404);
        assertThat(bare(answer)).as(name(route))
            .isEqualTo(bare(ask(route, ForeignFractalsTest::unknown)));
      }
    }
    assertThat(SERVER.head()).as("nothing was changed").isEqualTo(head);
  }

  @Test
  void the_past_and_the_present_version_of_what_is_foreign_are_not_told_either() {
    SERVER.ask(stranger);
    var paths = List.of("/api/<root>/goals/<goal>", "/api/goals/<goal>");
    for (var path : paths) {
      SERVER.get(fill(path) + "?asOfPosition=" + SERVER.head()).problem(404);
      SERVER.send(SERVER.request(fill(path)).header("If-None-Match", "*").GET())
          .problem(404);
    }
    SERVER.get(fill("/api/<other.root>/goals/<goal>")).problem(404);
    SERVER.get(fill("/api/<other.root>/goal/<goal>/history")).problem(404);
  }

  @Test
  void bodies_cannot_refer_to_what_is_foreign() {
    long head = SERVER.head();
    SERVER.ask(stranger);
    for (var body : List.of("{'name':'x','type':'NanoGoal','parent_id':'<goal>'}",
        "{'name':'x','type':'NanoGoal','parent_id':'<session>'}")) {
      SERVER.post("/api/goals", fill(body.replace('\'', '"'))).problem(404);
    }
    SERVER.post("/api/goals/practice-session",
        fill("{\"parent_ids\":[\"<goal>\"]}")).problem(404);
    SERVER.post("/api/goals", "{\"name\":\"x\",\"type\":\"UltimateGoal\"}").problem(403);
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void the_routes_of_the_admin_are_closed_to_keys_of_users() {
    SERVER.ask(owner);
    for (var path : List.of("/api/admin/keys", "/api/admin/projections", "/api/admin/audit",
        "/api/admin/erasure")) {
      SERVER.get(path).problem(403);
    }
  }

  @Test
  void the_owner_of_a_fractal_can_ask_all_of_it() {
    var refused = new ArrayList<String>();
    var read = Objects.requireNonNull(world);
    for (var route : Table.ROUTES) {
      SERVER.ask(owner);
      var own = route.method().equals("GET") ? read : read.next();
      SERVER.ask(SERVER.key(new NewKey(SERVER.application().store().ids().next(), Role.USER,
          List.of(own.fill("<root>"), own.fill("<deleted.root>")))));
      var answer = ask(route, own);
      if (answer.status() != (name(route).equals(NEW_FRACTAL) ? 403 : route.status())) {
        refused.add(name(route) + ": " + answer.status() + " " + answer.text());
      }
    }
    assertThat(refused).isEmpty();
  }
}
