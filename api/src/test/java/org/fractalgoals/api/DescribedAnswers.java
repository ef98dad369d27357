package org.fractalgoals.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds what the server answers against what its document says it can answer. A status, a type, a header or a member
 * that the document does not know is a failure.
 */
public final class DescribedAnswers {

  /** Of other types the document does not say more than that they are texts. */
  private static final Set<String> JSON = Set.of("application/json", "application/problem+json");

  private static final String DOCUMENT = "urn:openapi";

  private final JsonNode document;
  private final SchemaRegistry registry;
  private final List<Template> templates;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /** A path of the document, and what it looks like in a request. */
  private record Template(String path, Pattern pattern, long variables) {

    static Template of(String path) {
      // an id in this place that is the name of a list is no id
      var expression = path.replace("/goals/{goalId}", "/goals/(?!(?:goals|trash)$)[^/]+")
          .replaceAll("\\{\\w+}", "[^/]+");
      return new Template(path, Pattern.compile(expression),
          path.chars().filter(character -> character == '{').count());
    }
  }

  /**
   * @param document OpenAPI as JSON text
   */
  public DescribedAnswers(String document) {
    this.document = new JsonMapper().readTree(document);
    this.registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
        registry -> registry.schemas(Map.of(DOCUMENT, document)));
    this.templates = this.document.at("/paths").propertyNames().stream().map(Template::of)
        .sorted(Comparator.comparingLong(Template::variables)).toList();
  }

  /**
   * Fails unless the document says that this can be answered. What is asked at a path, or with a method, that it does not
   * know must be answered with a problem that says so.
   *
   * @param path as it was sent, encoded and without a query
   */
  public void check(String method, String path, Answer answer) {
    var asked = "%s %s -> %d %s".formatted(method, path, answer.status(), answer.text());
    var operation = operation(method.toLowerCase(Locale.ROOT), path);
    if (operation.isEmpty()) {
      assertThat(answer.status()).as("not in the document: " + asked).isIn(400, 404, 405);
      return;
    }
    var response = followed(operation.get().appendProperty("responses")
        .appendProperty(Integer.toString(answer.status())));
    assertThat(document.at(response).isObject()).as("a status the document knows: " + asked)
        .isTrue();
    for (var header : document.at(response).path("headers").propertyNames()) {
      if (isRequired(response.appendProperty("headers").appendProperty(header))) {
        assertThat(answer.header(header)).as("the header %s of %s", header, asked).isPresent();
      }
    }
    if (document.at(response).path("content").isMissingNode()) {
      assertThat(answer.text()).as("the body of " + asked).isEmpty();
      return;
    }
    var type = answer.header("Content-Type").orElse("none");
    var schema = response.appendProperty("content").appendProperty(type).appendProperty("schema");
    assertThat(document.at(schema).isObject()).as("the type %s of %s", type, asked).isTrue();
    if (JSON.contains(type)) {
      assertThat(schema(schema).validate(answer.json())).as(asked).isEmpty();
    }
  }

  private Optional<JsonPointer> operation(String verb, String path) {
    return templates.stream().filter(template -> template.pattern().matcher(path).matches())
        .map(template -> JsonPointer.compile("/paths").appendProperty(template.path())
            .appendProperty(verb))
        .filter(operation -> document.at(operation).isObject()).findFirst();
  }

  private boolean isRequired(JsonPointer header) {
    return document.at(followed(header)).path("required").booleanValue();
  }

  /** Where a reference leads to; the same place if it is none. */
  private JsonPointer followed(JsonPointer place) {
    var reference = document.at(place).path("$ref");
    return reference.isString() ? JsonPointer.compile(reference.stringValue().substring(1)) : place;
  }

  private Schema schema(JsonPointer place) {
    return schemas.computeIfAbsent(place.toString(),
        pointer -> registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + encoded(pointer))));
  }

  /** A pointer as the fragment of a URI. */
  private static String encoded(String pointer) {
    return pointer.replace("{", "%7B").replace("}", "%7D");
  }
}
