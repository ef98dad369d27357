package org.fractalgoals.api.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A route of the API, and how it is asked as it should be.
 *
 * @param path as Spring maps it
 * @param status the answer to what is right
 * @param reads what it makes of bodies
 * @param body the one that is right, with all its members
 * @param things what the variables of the path name, in the {@link World}
 * @param ids answers to ids in the path that differ from those that everybody gives, as {@code variable/what is wrong}
 * @param members what may be wrong with members of the body, by their places
 * @param queries what may be wrong with the parameters of the query
 */
record Route(String method, String path, int status, Reads reads, Body body,
    Map<String, String> things, Map<String, Integer> ids, Map<String, Column> members,
    Map<String, Map<String, Integer>> queries) {

  /** What a route makes of bodies. */
  enum Reads {
    /** It looks at none. */
    NOTHING,
    /** It needs one that is JSON. */
    JSON,
    /** It needs none, but if there is one it must be JSON. */
    JSON_OR_NOTHING,
    /** What it cannot read is as good as nothing. */
    ANYTHING
  }

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  /** A route without a body. */
  static Route of(String method, String path, int status) {
    return new Route(method, path, status, Reads.NOTHING, Body.of(""), Map.of(), Map.of(),
        Map.of(), Map.of());
  }

  static Route get(String path) {
    return of("GET", path, 200);
  }

  static Route delete(String path) {
    return of("DELETE", path, 200);
  }

  /** A route with a body, in which single quotes stand for double ones. */
  static Route of(String method, String path, int status, Reads reads, String body) {
    return new Route(method, path, status, reads, Body.of(body), Map.of(), Map.of(), Map.of(),
        Map.of());
  }

  static Route post(String path, String body) {
    return of("POST", path, 201, Reads.JSON, body);
  }

  static Route put(String path, String body) {
    return of("PUT", path, 200, Reads.JSON, body);
  }

  /** A route that brings back what was deleted: one with another name, if it has one. */
  static Route restore(String path, String variable, String body) {
    return of("POST", path, 200, Reads.JSON_OR_NOTHING, body)
        .on(variable, "deleted." + variable.replace("Id", ""))
        .answering(variable, "alive", Column.AS_EVER);
  }

  /** With a variable of the path that names another thing than its name says. */
  Route on(String variable, String thing) {
    return new Route(method, path, status, reads, body, with(things, variable, thing), ids,
        members, queries);
  }

  /** With an answer of its own to an id in the path. */
  Route answering(String variable, String wrong, int answer) {
    return new Route(method, path, status, reads, body, things,
        with(ids, variable + "/" + wrong, answer), members, queries);
  }

  /** With what may be wrong with a member of the body. */
  Route member(String place, Column column) {
    return new Route(method, path, status, reads, body, things, ids,
        with(members, place, column), queries);
  }

  /** With what may be wrong with a parameter of the query. */
  Route parameter(String name, Map<String, Integer> wrong) {
    return new Route(method, path, status, reads, body, things, ids, members,
        with(queries, name, wrong));
  }

  private static <V> Map<String, V> with(Map<String, V> some, String key, V value) {
    var more = new LinkedHashMap<>(some);
    more.put(key, value);
    return more;
  }

  List<String> variables() {
    return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
  }

  /** The thing that a variable of the path names. */
  String thing(String variable) {
    return things.getOrDefault(variable, variable.replaceFirst("Id$", ""));
  }

  /** The path with the things it names, in angle brackets. */
  String filled() {
    return VARIABLE.matcher(path).replaceAll(found -> "<" + thing(found.group(1)) + ">");
  }

  /** The same with something else, as it is, in the place of a variable. */
  String filled(String variable, String instead) {
    return VARIABLE.matcher(path).replaceAll(found -> found.group(1).equals(variable)
        ? Matcher.quoteReplacement(instead)
        : "<" + thing(found.group(1)) + ">");
  }

  @Override
  public String toString() {
    return method + " " + path + (things.isEmpty() ? "" : " " + things);
  }
}
