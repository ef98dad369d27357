package org.fractalgoals.api.openapi;

import java.util.List;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of itself. */
@Lazy
@Component
final class ApiDocumentChapter implements Chapter.Author {

  private static final NamedSchema DOCUMENT = new NamedSchema("OpenApiDocument",
      Schema.object().saying("A document of OpenAPI 3.1."), """
        {"openapi": "3.1.0", "info": {"title": "Fractal Goals", "version": "1.0.0"}, "paths": {}}
        """);

  @Override
  public Chapter chapter() {
    return new Chapter(ApiDocumentController.class, Topic.SERVICE, List.of(DOCUMENT), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("document", "getApiDocument", "Get this document")
            .says("`/docs` shows it to people.")
            .answers(DOCUMENT, "The description of the API."));
  }
}
