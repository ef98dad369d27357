package org.fractalgoals.api.act;

import java.util.Arrays;
import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.ObjectShape;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;
import org.fractalgoals.api.openapi.Topic;
import org.fractalgoals.domain.act.Act.Form;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of acts. */
@Lazy
@Component
final class ActChapter implements Chapter.Author {

  private static final NamedSchema ACT = ObjectShape
      .body("Act", "What was done with the store as a whole.")
      .required("act", Schema.oneOfTexts(List.of("backup", "export")), "What it was.")
      .required("file_name",
          Schema.text().with("minLength", 1).with("maxLength", ActController.LONGEST_NAME),
          "The name of the file that was written, without its folder.")
      .required("position", Schema.integer().with("minimum", 0),
          "The last event that is in the file; 0 if there is none.")
      .optional("form", Schema.oneOfTexts(Arrays.stream(Form.values()).map(Form::code).toList()),
          "Of an export, where it is needed: what the file is like.")
      .optional("fractal_id", Forms.ID, "Of an export: the fractal that is in the file.")
      .example("""
        {"act": "backup", "file_name": "events.db.backup_20260304_050607", "position": 57}
        """);

  private static final NamedSchema REMEMBERED = RecordShape
      .of("RememberedAct", ActView.class, "An act that is in the history.")
      .member("action_id", "The action it is in the history.")
      .example("{\"action_id\": \"0197c1a2-6f00-7000-8000-000000000000\"}");

  @Override
  public Chapter chapter() {
    return new Chapter(ActController.class, Topic.ADMIN, List.of(ACT, REMEMBERED), operations());
  }

  private static List<Operation> operations() {
    return List.of(Operation.of("remember", "rememberAct", "Note a backup or an export")
        .says(
            "The commands `backup` and `export` read beside the server and say here that they did.")
        .takes(ACT)
        .creates(REMEMBERED, "It is in the history."));
  }
}
