package org.fractalgoals.api.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.fractalgoals.api.input.Route.Reads;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** All that can be wrong with the requests of a route. */
final class Cases {

  private static final int NOT_FOUND = 404;
  private static final int REFUSED = 400;

  /** Ids in a path that are wrong whatever they are to name. */
  private static final Map<String, String> WRONG_IDS = Map.ofEntries(
      Map.entry("unknown", "unknown"), Map.entry("undefined", "undefined"),
      Map.entry("blank", "%20"),
      Map.entry("too long", "x".repeat(501)),
      Map.entry("an injection", "%27%3BDROP%20TABLE%20goals%3B--"),
      Map.entry("a slash", "a%2Fb"), Map.entry("a way up", "..%2F..%2Fetc"),
      Map.entry("a percent sign", "%25"), Map.entry("an emoji", "%F0%9F%9A%80"),
      Map.entry("a stream", "goal%2F<goal>"), Map.entry("much too long", "x".repeat(10_000)),
      Map.entry("U+0000", "a%00b"), Map.entry("no UTF-8", "%FF"),
      Map.entry("half a surrogate pair", "%ED%A0%80"), Map.entry("overlong UTF-8", "%C0%AF"));

  /** Those of them that are refused before anybody looks for them. */
  private static final List<String> REFUSED_AT_THE_DOOR = List.of("much too long", "U+0000",
      "no UTF-8", "half a surrogate pair", "overlong UTF-8");

  /** What is wrong with an id that names nothing. */
  static final List<String> UNKNOWN_IDS = Stream
      .concat(WRONG_IDS.keySet().stream(), Stream.of("of another kind")).toList();

  /** What nothing refers to. */
  private static final List<String> NEVER_MISSING = List.of("note", "target");

  private static final List<String> MALFORMED_PARAMETERS = List.of("%ED%A0%80", "%FF", "%C0%AF");

  private final Route route;
  private final List<Case> cases = new ArrayList<>();

  private Cases(Route route) {
    this.route = route;
  }

  static List<Case> of(Route route) {
    var cases = new Cases(route);
    route.variables().forEach(cases::addIds);
    route.queries().forEach(cases::addParameter);
    cases.addUnknownParameters();
    if (route.reads() != Reads.NOTHING) {
      cases.addBodies();
      route.members().forEach(cases::addMember);
    }
    return cases.cases;
  }

  private void addIds(String variable) {
    var wrong = new LinkedHashMap<>(WRONG_IDS);
    var thing = route.thing(variable);
    if (thing.equals("new")) {
      return;
    }
    wrong.put("of another kind", thing.endsWith("group") ? "<template>" : "<group>");
    if (thing.startsWith("deleted.")) {
      var alive = thing.substring("deleted.".length());
      wrong.put("alive", "<" + alive + ">");
      foreign(alive).ifPresent(id -> wrong.put("in another fractal", id));
    } else if (!thing.equals("target")) {
      wrong.put("deleted", "<deleted." + thing + ">");
      foreign(thing).ifPresent(id -> wrong.put("in another fractal", id));
    }
    if (thing.equals("root")) {
      wrong.put("no root", "<goal>");
    }
    var present = thing.replace("deleted.", "");
    if (!NEVER_MISSING.contains(present)) {
      wrong.put("only referred to", "<missing.%s>".formatted(present));
    }
    wrong.forEach((what, id) -> add(variable + " " + what, route.filled(variable, id),
        route.body(), route.ids().getOrDefault(variable + "/" + what,
            REFUSED_AT_THE_DOOR.contains(what) ? REFUSED : NOT_FOUND),
        null));
  }

  /** The thing in another fractal, where the path names the fractal and something in it. */
  private Optional<String> foreign(String thing) {
    var variables = route.variables();
    return variables.contains("rootId") && variables.size() > 1
        ? Optional.of("<other." + thing + ">")
        : Optional.empty();
  }

  private void addParameter(String name, Map<String, Integer> wrong) {
    wrong.forEach((value, answer) -> add("?%s=%s".formatted(name, value),
        "%s?%s=%s".formatted(route.filled(), name, value), route.body(), answer,
        answer == NOT_FOUND ? null : name));
    MALFORMED_PARAMETERS.forEach(value -> add("?%s=%s".formatted(name, value),
        "%s?%s=%s".formatted(route.filled(), name, value), route.body(), REFUSED, "query"));
  }

  /** Nobody asks for them, whatever they are; where others are asked for, they must at least be readable. */
  private void addUnknownParameters() {
    add("unknown parameters", route.filled() + "?unknown=abc&unknown=%00&a%5Bb%5D=%7B1%7D&x="
        + "x".repeat(1000), route.body(), Column.AS_EVER, null);
    add("malformed parameters", route.filled() + "?x=%ED%A0%80&%FF=x&=&&", route.body(),
        route.queries().isEmpty() ? Column.AS_EVER : REFUSED, null);
  }

  private void addBodies() {
    var json = route.body().text();
    int unread = route.reads() == Reads.ANYTHING ? Column.AS_EVER : REFUSED;
    var inner = json.substring(1);
    var wrong = new LinkedHashMap<String, String>();
    wrong.put("blank", " \n");
    wrong.put("nonsense", "nonsense");
    wrong.put("null", "null");
    wrong.put("a number", "1");
    wrong.put("a text", "\"x\"");
    wrong.put("a list", "[" + json + "]");
    wrong.put("broken off", json.substring(0, json.length() - 1));
    wrong.put("two of them", json + json);
    wrong.put("a brace too many", json + "}");
    wrong.put("a comma too many", "{\"a\":1," + "}");
    wrong.put("a comment", json + " // why");
    wrong.put("single quotes", "{'a':1}");
    wrong.put("no quotes", "{a:1}");
    wrong.put("a byte order mark", "\ufeff" + json);
    wrong.put("a form", "name=x");
    wrong.put("a member twice", "{\"a\":1,\"a\":2}");
    wrong.put("a member twice further down", "{\"a\":[{\"b\":1,\"b\":2}]," + inner);
    wrong.put("a control character", "{\"a\":\"x\ny\"," + inner);
    wrong.put("half a surrogate pair as a name", "{\"\\ud800\":1," + inner);
    wrong.put("half a number", "{\"a\":1e," + inner);
    wrong.put("half a word", "{\"a\":tru," + inner);
    wrong.put("a leading zero", "{\"a\":01," + inner);
    wrong.put("a hundred thousand levels", "{\"a\":".repeat(100_000));
    wrong.forEach((what, text) -> addBody(what, Body.exactly(text), unread));
    addBody("none", Body.of(""), route.reads() == Reads.JSON ? REFUSED : Column.AS_EVER);
    addBody("5 MB", Body.exactly("{\"a\":\"" + "x".repeat(5_000_000) + "\"," + inner), 413);
    addBody("no UTF-8", new Body("{\"a\":\"é\"," + inner, "application/json",
        StandardCharsets.ISO_8859_1), unread);
    addBody("UTF-16", new Body(json, "application/json", StandardCharsets.UTF_16BE), unread);
    addBody("said to be text", new Body(json, "text/plain", StandardCharsets.UTF_8),
        unread == REFUSED ? 415 : Column.AS_EVER);
    addBody("an unknown member", Body.exactly("{\"a\":{\"b\":[null]},\"\":1," + inner),
        Column.AS_EVER);
  }

  private void addBody(String what, Body body, int answer) {
    add("body " + what, route.filled(), body, answer, null);
  }

  private void addMember(String place, Column column) {
    var pointer = JsonPointer.compile(place);
    var isItem = pointer.last().mayMatchElement();
    var name = pointer.last().getMatchingProperty();
    for (var wrong : Column.rows()) {
      if (!isItem || !wrong.needsName()) {
        addMember(place, wrong.toString(), wrong.json(name), column.answerTo(wrong));
      }
    }
    column.others().forEach((value, answer) -> addMember(place, shortened(value), value, answer));
  }

  private void addMember(String place, String what, @Nullable String value, int answer) {
    add(place.substring(1) + " " + what, route.filled(),
        route.body().with(JsonPointer.compile(place), value), answer, place,
        value == null ? "" : value);
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }

  private void add(String what, String path, Body body, int answer, @Nullable String place) {
    add(what, path, body, answer, place, "");
  }

  private void add(String what, String path, Body body, int answer, @Nullable String place,
      String value) {
    cases.add(new Case(what, route.method(), path, body, answer, place, value));
  }
}
