package org.fractalgoals.api.openapi;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.fractalgoals.api.Version;

/** Puts the document together: what the chapters say, under the paths that the controllers have. */
final class ApiDocument {

  private static final String ABOUT = """
    Goals as a tree, the sessions that serve them, and what is performed and measured in the sessions. Every change is
    an event that is kept; what was deleted can be restored.

    * Bodies are JSON objects in UTF-8 of at most 4 MB, with at most 200 levels of nesting and 1 000 digits per number,
      and no member twice. Members that are not named here are ignored, and so are query parameters. Names have 1 to
      500 characters, ids at most 500, other texts at most 100 000, all counted in UTF-16 code units.
    * What is refused is told as problem details (RFC 9457), with the sentence once more in `error`. A request that is
      malformed as HTTP is refused before it reaches an operation, and an unknown path is answered with 404.
    * The answer to a change comes when the change can be read; `Fractal-Position` names that point of the history.
    * Answers that show something carry an `ETag`. A change can be made to depend on what was seen (`If-Match`), a query be
      answered only if that has changed (`If-None-Match`); a POST with an `Idempotency-Key` is safe to repeat.
    * Every change is kept with who made it: `X-Actor`, `local` where nobody says so. `X-Request-Id` is kept beside it,
      and comes back with the answer.
    * Where the server was started with `--auth token`, every request needs a key: `Authorization: Bearer KEY`. The name of
      the key is who acts then. A fractal that the key is not for is answered like one that does not exist.
    * Every read of the domain can be asked as of then, by `asOf` or `asOfPosition`; nothing can be changed so.
    * Times without a zone are those of the wall clock in the zone of the store. Ids are opaque.
    """;

  private final List<Chapter> chapters;
  private final Map<String, Object> paths;
  private final Map<String, Object> schemas = new TreeMap<>();

  private ApiDocument(List<Route> routes, List<Chapter> chapters) {
    this.chapters = chapters;
    this.paths = Paths.json(routes, chapters);
    SharedShapes.ALL.forEach(this::add);
    chapters.forEach(chapter -> chapter.schemas().forEach(this::add));
  }

  /**
   * The document as JSON text.
   *
   * @throws IllegalStateException if a route is not described, or a description belongs to no route
   */
  static String of(List<Route> routes, List<Chapter> chapters) {
    return Json.write(new ApiDocument(routes, chapters).json(routes));
  }

  private void add(NamedSchema component) {
    if (schemas.put(component.name(), component.json()) != null) {
      throw new IllegalStateException("two schemas are called " + component.name());
    }
  }

  private Map<String, Object> json(List<Route> routes) {
    var components = new LinkedHashMap<String, Object>();
    components.put("schemas", schemas);
    components.put("parameters", parameters(routes));
    components.put("headers", ConditionalHeaders.headers());
    components.put("responses", responses());
    var json = new LinkedHashMap<String, Object>();
    json.put("openapi", "3.1.0");
    json.put("info", info());
    json.put("servers", List.of(Map.of("url", "/")));
    json.put("tags", tags());
    json.put("paths", paths);
    json.put("components", components);
    return json;
  }

  private static Map<String, Object> info() {
    var license = new LinkedHashMap<String, Object>();
    license.put("name", "Apache License 2.0");
    license.put("identifier", "Apache-2.0");
    var info = new LinkedHashMap<String, Object>();
    info.put("title", "Fractal Goals");
    info.put("version", Version.current());
    info.put("description", ABOUT);
    info.put("license", license);
    return info;
  }

  private List<Object> tags() {
    var tags = new ArrayList<>();
    for (var topic : EnumSet.copyOf(chapters.stream().map(Chapter::topic).toList())) {
      var tag = new LinkedHashMap<String, Object>();
      tag.put("name", topic.title());
      tag.put("description", topic.introduction());
      tags.add(tag);
    }
    return tags;
  }

  private static Map<String, Object> parameters(List<Route> routes) {
    var parameters = new TreeMap<String, Object>(CallerHeaders.json());
    parameters.putAll(PastParameters.json());
    parameters.putAll(ConditionalHeaders.json());
    for (var route : routes) {
      route.variables().forEach(name -> parameters.put(name, PathVariables.json(name)));
    }
    return parameters;
  }

  private static Map<String, Object> responses() {
    var responses = new TreeMap<String, Object>();
    for (var refusal : Refusal.values()) {
      responses.put(refusal.responseName(), refusal.json());
    }
    return responses;
  }
}
