package org.fractalgoals.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

class ApiDocumentTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final Path FILE = Path.of("../docs/openapi.json");

  private static JsonNode document() {
    return SERVER.get("/openapi.json").ok(200).json();
  }

  @Test
  void the_file_among_the_documents_is_what_the_server_says() throws IOException {
    var served = SERVER.get("/openapi.json").ok(200).text();
    if (Boolean.getBoolean("fractal.renew")) {
      Files.writeString(FILE, served);
    }

    assertThat(FILE).as("""
      docs/openapi.json is outdated; renew it by
      mvn -q -pl api -am test -Dtest=ApiDocumentTest \
      -Dsurefire.failIfNoSpecifiedTests=false -Dfractal.renew=true
      """).hasContent(served);
  }

  @Test
  void it_names_no_host() {
    assertThat(document().path("servers")).hasSize(1);
    assertThat(document().at("/servers/0/url").stringValue()).isEqualTo("/");
    assertThat(document().toString()).doesNotContain("127.0.0.1", Integer.toString(SERVER.port()));
  }

  @Test
  void every_operation_says_what_it_takes_and_answers() {
    var ids = new HashSet<String>();
    for (var path : document().path("paths")) {
      for (var operation : path) {
        var id = operation.path("operationId").stringValue();
        assertThat(ids.add(id)).as("%s is the only one of its name", id).isTrue();
        assertThat(operation.path("summary").stringValue()).as(id).isNotBlank();
        assertThat(operation.path("tags")).as(id).hasSize(1);
        assertThat(operation.path("responses").propertyNames()).as(id)
            .anyMatch(status -> status.startsWith("2"));
      }
    }
    assertThat(ids).contains("createGoal", "recordMetrics", "getHealth").hasSizeGreaterThan(60);
  }

  @Test
  void every_reference_leads_somewhere_and_every_component_is_used() {
    var document = document();
    var references = new HashSet<String>();
    collect(document, references);

    assertThat(references).allSatisfy(reference -> assertThat(
        document.at(JsonPointer.compile(reference.substring(1))).isObject()).as(reference)
        .isTrue());
    for (var kind : Set.of("schemas", "parameters", "responses", "headers")) {
      assertThat(document.at("/components/" + kind).propertyNames())
          .allSatisfy(name -> assertThat(references)
              .contains("#/components/%s/%s".formatted(kind, name)));
    }
  }

  private static void collect(JsonNode node, Set<String> references) {
    if (node.path("$ref").isString()) {
      references.add(node.path("$ref").stringValue());
    }
    node.forEach(child -> collect(child, references));
  }

  @Test
  void every_example_fits_its_schema() {
    var text = SERVER.get("/openapi.json").text();
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
        schemas -> schemas.schemas(Map.of("urn:openapi", text)));
    var schemas = document().at("/components/schemas");

    assertThat(schemas.propertyNames()).isNotEmpty().allSatisfy(name -> {
      var schema = registry.getSchema(SchemaLocation.of("urn:openapi#/components/schemas/" + name));
      var example = schemas.path(name).at("/examples/0");
      assertThat(schema.validate(example.toString(), InputFormat.JSON)).as(name).isEmpty();
    });
  }

  @Test
  void a_route_of_which_nothing_is_said_makes_no_document() {
    var route = new Route(ApiDocumentTest.class, "secret", "get", "/api/secret");

    assertThatThrownBy(() -> ApiDocument.of(List.of(route), List.of()))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("secret");
  }

  @Test
  void what_is_said_of_no_route_makes_no_document() {
    var chapter = new Chapter(ApiDocumentTest.class, Topic.SERVICE, List.of(),
        List.of(Operation.of("gone", "getGone", "Get what is gone")));

    assertThatThrownBy(() -> ApiDocument.of(List.of(), List.of(chapter)))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("gone");
  }

  @Test
  void the_page_that_shows_it_loads_nothing_from_elsewhere() {
    var page = SERVER.sendUnchecked(SERVER.request("/docs").GET());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.text()).contains("default-src 'none'").doesNotContain("http://", "https://");

    var found = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.text());
    var loaded = new ArrayList<String>();
    while (found.find()) {
      loaded.add(found.group(1));
    }
    assertThat(loaded).contains("/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css")
        .allSatisfy(path -> assertThat(SERVER.sendUnchecked(SERVER.request(path).GET()).status())
            .as(path).isEqualTo(200));
    assertThat(SERVER.sendUnchecked(SERVER.request("/docs/swagger-initializer.js").GET()).text())
        .contains("/openapi.json").doesNotContain("http://", "https://");
  }

  @Test
  void nothing_else_is_served_beside_the_page() {
    SERVER.get("/docs/unknown.js").problem(404);
    SERVER.get("/docs/..%2f..%2fapplication.yaml").problem(404);
    SERVER.post("/docs", "{}").problem(405);
  }
}
