package org.fractalgoals.api.session;

import java.util.List;

import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.ObjectShape;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;
import org.fractalgoals.api.tree.TreeShapes;

/** What the document says of the bodies of requests about sessions, and of their answers. */
final class SessionShapes {

  /** What a client may send for a whole number. */
  private static final Schema WHOLE = Schema.anything().with("type",
      List.of("integer", "string", "null"));
  private static final Schema TIME = Schema.text().orNull();
  private static final Schema DATA = Schema
      .anyOf(Schema.object(), Schema.text().orNull());
  private static final String DATA_SAYS = "Whatever a client wants to keep: an object, or a text that is one in JSON. Null or an empty text for nothing. Replaces all that was kept.";
  private static final String MINUTES_SAY = "How long it is planned to be; not negative. A whole number, or a text that is one.";
  private static final String SECONDS_SAY = "How long it was; not negative unless the end is before the start. A whole number, or a text that is one.";
  private static final String TEMPLATE_SAYS = "What it was made from; not judged.";
  private static final String GOALS_SAY = "Goals to be created below it; those with a blank name are passed over.";

  private static final NamedSchema IMMEDIATE_GOAL = ObjectShape
      .body("NewImmediateGoal", "An ImmediateGoal to be created below a session.")
      .optional("name", Schema.text().with("maxLength", 500).orNull(), "Its name.")
      .optional("description", Forms.LONG_TEXT.orNull(), "May be absent.")
      .example("""
        {"name": "Without looking"}
        """);

  static final NamedSchema NEW_SESSION = ObjectShape
      .body("NewSession", "A session below at least one ShortTermGoal.")
      .optional("name", Forms.NAME.orNull(), "`Untitled Session` if it is absent or null.")
      .optional("description", Forms.LONG_TEXT.orNull(), "Empty if it is absent or null.")
      .optional("parent_ids", Schema.listOf(Forms.ID).orNull(),
          "Ids of the ShortTermGoals it serves, the one above first. ImmediateGoals among them are linked, too.")
      .optional("parent_id", Schema.text().with("maxLength", 500).orNull(),
          "The same for a single goal, where `parent_ids` is absent or empty.")
      .optional("session_start", Schema.anything(),
          "When it began, such as `2031-01-02T10:00:00`; a zone is ignored, and what cannot be read is passed over.")
      .optional("session_end", Schema.anything(), "When it ended, likewise.")
      .optional("duration_minutes", WHOLE, MINUTES_SAY)
      .optional("total_duration_seconds", WHOLE, SECONDS_SAY)
      .optional("template_id", Schema.text().orNull(), TEMPLATE_SAYS)
      .optional("session_data", DATA, DATA_SAYS)
      .optional("immediate_goals", Schema.listOf(IMMEDIATE_GOAL.ref()).orNull(), GOALS_SAY)
      .example("""
        {"name": "Morning", "parent_ids": ["knots"], "duration_minutes": 45,
         "session_start": "2031-01-02T10:00:00Z",
         "session_data": {"sections": [{"name": "Prep", "activity_ids": ["i-1"]}]}}
        """);

  static final NamedSchema NEW_NAMED_SESSION = ObjectShape
      .body("NewNamedSession", "A session whose name the server makes.")
      .required("parent_ids", Schema.listOf(Forms.ID).with("minItems", 1),
          "Ids of ShortTermGoals of one fractal, the one above first.")
      .optional("description", Forms.LONG_TEXT.orNull(), "Empty if it is absent or null.")
      .optional("immediate_goals", Schema.listOf(IMMEDIATE_GOAL.ref()).orNull(), GOALS_SAY)
      .example("""
        {"parent_ids": ["knots"], "immediate_goals": [{"name": "Without looking"}]}
        """);

  static final NamedSchema SESSION_CHANGES = ObjectShape
      .body("SessionChanges", "What is to be changed; what is absent stays as it is.")
      .optional("name", Forms.NAME, "Another name.")
      .optional("description", Forms.LONG_TEXT.orNull(), "Null empties it.")
      .optional("completed", Schema.bool(), "Whether it is done.")
      .optional("session_start", TIME,
          "When it began, such as `2031-01-02T10:00:00`; a zone is ignored. Null for unknown.")
      .optional("session_end", TIME, "When it ended, likewise.")
      .optional("duration_minutes", WHOLE, MINUTES_SAY)
      .optional("total_duration_seconds", WHOLE, SECONDS_SAY)
      .optional("template_id", Schema.text().orNull(), TEMPLATE_SAYS)
      .optional("session_data", DATA, DATA_SAYS)
      .example("""
        {"session_end": "2031-01-02T10:45:00", "total_duration_seconds": 2700,
         "session_data": "{\\"sections\\": []}"}
        """);

  static final NamedSchema CREATED = RecordShape
      .of("CreatedSession", PracticeSessionController.Created.class, "A session that was created.")
      .member("success", "Always true.")
      .member("practice_session", TreeShapes.SESSION.ref(), "The session.")
      .example("""
        {"success": true, "practice_session": %s}
        """.formatted(TreeShapes.SESSION.example()));

  static final List<NamedSchema> ALL = List.of(IMMEDIATE_GOAL, NEW_SESSION, NEW_NAMED_SESSION,
      SESSION_CHANGES, CREATED);

  private SessionShapes() {}
}
