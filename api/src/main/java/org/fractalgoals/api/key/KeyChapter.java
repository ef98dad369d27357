package org.fractalgoals.api.key;

import java.util.Arrays;
import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.ObjectShape;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.fractalgoals.domain.key.Role;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of keys. */
@Lazy
@Component
final class KeyChapter implements Chapter.Author {

  private static final Schema ROLE = Schema
      .oneOfTexts(Arrays.stream(Role.values()).map(Role::code).toList());
  private static final Schema FRACTALS = Schema.listOf(Forms.ID);

  private static final NamedSchema NEW_KEY = ObjectShape
      .body("NewKey", "A key to be made.")
      .required("name", Schema.text().with("minLength", 1).with("maxLength", 99),
          "The name of its holder, in the history too: letters, digits, spaces and `. _ @ -`. Never given twice.")
      .optional("role", ROLE.orNull(), "What the holder may do; `user` if it is absent.")
      .optional("fractals", FRACTALS.orNull(),
          "The ids of the fractals it is for; for all if it is absent or empty.")
      .example("{\"name\": \"phone\", \"role\": \"user\"}");

  private static final NamedSchema MADE = RecordShape
      .of("MadeKey", MadeKeyView.class, "A key that was just made.")
      .member("name", "The name of its holder.")
      .member("role", ROLE, "What the holder may do.")
      .member("fractals", FRACTALS, "The ids of the fractals it is for; empty for all.")
      .member("key",
          "What the holder sends as `Authorization: Bearer KEY`. It cannot be told again.")
      .example("""
        {"name": "phone", "role": "user", "fractals": [],
         "key": "fractal_lF3YtRZV0kS9yFvWn8pX1cQe2aB4dG6hJ7kL0mN3oP5"}
        """);

  private static final NamedSchema KEY = RecordShape
      .of("Key", KeyView.class, "A key, without its secret.")
      .member("name", "The name of its holder.")
      .member("role", ROLE, "What the holder may do.")
      .member("fractals", FRACTALS, "The ids of the fractals it is for; empty for all.")
      .member("created_at", "Since when there is one, in UTC.")
      .member("revoked_at", "Since when it opens nothing, in UTC; null as long as it does.")
      .example("""
        {"name": "phone", "role": "user", "fractals": [],
         "created_at": "2026-03-04T05:06:07.123456Z", "revoked_at": null}
        """);

  @Override
  public Chapter chapter() {
    return new Chapter(KeyController.class, Topic.ADMIN, List.of(NEW_KEY, MADE, KEY),
        operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("all", "listKeys", "List the keys, the revoked ones too")
            .answersList(KEY, "By name."),
        Operation.of("add", "addKey", "Make a key")
            .says("Keys are asked for where the server was started with `--auth token`.")
            .takes(NEW_KEY)
            .creates(MADE, "It is made. This answer alone has it.")
            .refuses(409, "There is, or was, a key of this name."),
        Operation.of("revoke", "revokeKey", "Let a key open nothing any more")
            .says("At once and for good; one that is revoked already stays so.")
            .answers(SharedShapes.SUCCESS, "It opens nothing any more.")
            .refuses(404, "There never was a key of this name."));
  }
}
