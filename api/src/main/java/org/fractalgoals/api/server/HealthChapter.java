package org.fractalgoals.api.server;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of the health of the server. */
@Lazy
@Component
final class HealthChapter implements Chapter.Author {

  private static final NamedSchema HEALTH = RecordShape
      .of("Health", Health.State.class, "Whether the server can do its work.")
      .member("status", Schema.oneOfTexts(List.of("healthy", "rebuilding", "stopped")),
          "In a word.")
      .member("message", "In a sentence, with the reason.")
      .member("environment", "Name of the environment.")
      .member("database", "Name of the file of the event store.")
      .member("position", "Position of the last event that the read model has applied.")
      .member("head", "Position of the last event of the store.")
      .example("""
        {"status": "healthy", "message": "Everything works.", "environment": "development",
         "database": "events.db", "position": 16, "head": 16}
        """);

  @Override
  public Chapter chapter() {
    return new Chapter(Health.class, Topic.SERVICE, List.of(HEALTH), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("state", "getHealth", "Ask whether the server can do its work")
            .answers(HEALTH, "All is well.")
            .answers(503, HEALTH, "The read model is being filled, or has stopped."));
  }
}
