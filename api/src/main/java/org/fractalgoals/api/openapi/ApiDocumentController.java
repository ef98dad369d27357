package org.fractalgoals.api.openapi;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Serves the document. It is made when it is first asked for: nobody else waits for it. */
@RestController
class ApiDocumentController {

  private final Supplier<byte[]> document;

  ApiDocumentController(ObjectProvider<RequestMappingHandlerMapping> mapping,
      ObjectProvider<Chapter.Author> authors) {
    this.document = SingletonSupplier.of(() -> ApiDocument
        .of(Route.all(mapping.getObject()), authors.stream().map(Chapter.Author::chapter).toList())
        .getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/openapi.json")
  ResponseEntity<byte[]> document() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document.get());
  }
}
