package org.fractalgoals.api.tree;

import java.util.List;

import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.ObjectShape;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;

/** What the document says of the nodes of a fractal, as {@link TreeViewWriter} writes them. */
public final class TreeShapes {

  private static final String ITS_ID = "Its id.";
  private static final Schema CHILDREN = Schema.listOf(Schema.ref("Node"));
  private static final String CHILDREN_SAY = "What stands below, in its order, each with what stands below it; empty in the flat form.";

  private static final NamedSchema GOAL_ATTRIBUTES = RecordShape
      .of("GoalAttributes", GoalAttributes.class, "What is known of a goal.")
      .member("id", ITS_ID)
      .member("type",
          "UltimateGoal, LongTermGoal, MidTermGoal, ShortTermGoal, ImmediateGoal, MicroGoal or NanoGoal; an imported goal may have another one.")
      .member("parent_id", "Id of the goal or session above; null at the top of a fractal.")
      .member("root_id", "Id of the fractal; that of the goal itself at the top.")
      .member("description", "May be empty.")
      .member("deadline", Forms.MIDNIGHT, "The last day, written as its midnight.")
      .member("completed", "Whether it is reached.")
      .member("created_at", Forms.WALL_CLOCK, "When it was created.")
      .member("updated_at", Forms.WALL_CLOCK, "When it was last changed.")
      .member("targets", Schema.listOf(Schema.anything()),
          "Opaque to the server: what clients sent, in their order.")
      .example("""
        {"id": "knots", "type": "ShortTermGoal", "parent_id": "boat", "root_id": "sail",
         "description": "", "deadline": "2031-05-06T00:00:00", "completed": false,
         "created_at": "2026-03-04T05:06:07.123456", "updated_at": "2026-03-04T05:06:07.123456",
         "targets": []}
        """);

  private static final NamedSchema SESSION_ATTRIBUTES = RecordShape
      .of("SessionAttributes", SessionAttributes.class, "What is known of a session.")
      .member("id", ITS_ID)
      .member("type", "Always `PracticeSession`: what a session is called among goals.")
      .member("parent_id", "Id of the goal it stands below; null for an imported one without.")
      .member("parent_ids", Schema.listOf(Schema.text()),
          "Ids of all goals it serves, the one above among them.")
      .member("root_id", "Id of the fractal.")
      .member("description", "May be empty.")
      .member("deadline", Forms.MIDNIGHT, "The last day, written as its midnight.")
      .member("completed", "Whether it is done.")
      .member("created_at", Forms.WALL_CLOCK, "When it was created.")
      .member("updated_at", Forms.WALL_CLOCK,
          "When it was last changed; what happens to its activities does not count.")
      .member("targets", Schema.listOf(Schema.anything()), "As those of a goal.")
      .member("duration_minutes", "How long it is planned to be.")
      .member("session_start", Forms.DIGITS, "When it began, as the digits that were sent.")
      .member("session_end", Forms.DIGITS, "When it ended, as the digits that were sent.")
      .member("total_duration_seconds", "How long it was, as clients say.")
      .member("template_id", "What clients say that it was made from; not judged.")
      .member("end_precedes_start", "Whether the end is before the start, which is kept as sent.")
      .member("session_data", Schema.anything(),
          "Opaque to the server, usually an object, except that each item of `sections` that lists `activity_ids` shows the instances with these ids as `exercises`. Absent where there is none.")
      .example("""
        {"id": "morning", "type": "PracticeSession", "parent_id": "knots",
         "parent_ids": ["knots"], "root_id": "sail", "description": "", "deadline": null,
         "completed": false, "created_at": "2026-03-04T05:06:07.123456",
         "updated_at": "2026-03-04T05:06:07.123456", "targets": [], "duration_minutes": 45,
         "session_start": "2031-01-02T10:00:00", "session_end": null,
         "total_duration_seconds": null, "template_id": null, "end_precedes_start": false,
         "session_data": {"sections": [{"name": "Prep", "activity_ids": [], "exercises": []}]}}
        """);

  /** A goal. */
  public static final NamedSchema GOAL = ObjectShape.answer("Goal", "A goal.")
      .required("id", Schema.text(), ITS_ID)
      .required("name", Schema.text(), "Its name.")
      .required("description", Schema.text(), "May be empty.")
      .required("deadline", Forms.MIDNIGHT.orNull(), "The last day, written as its midnight.")
      .required("attributes", GOAL_ATTRIBUTES.ref(), "Everything else.")
      .required("children", CHILDREN, CHILDREN_SAY)
      .example("""
        {"id": "knots", "name": "Tie knots", "description": "", "deadline": "2031-05-06T00:00:00",
         "attributes": %s, "children": []}
        """.formatted(GOAL_ATTRIBUTES.example()));

  /** A session. */
  public static final NamedSchema SESSION = ObjectShape
      .answer("Session", "A session: it stands in the tree like a goal.")
      .required("id", Schema.text(), ITS_ID)
      .required("name", Schema.text(), "Its name.")
      .required("description", Schema.text(), "May be empty.")
      .required("deadline", Forms.MIDNIGHT.orNull(), "The last day, written as its midnight.")
      .required("session_start", Forms.DIGITS.orNull(), "As in `attributes`.")
      .required("session_end", Forms.DIGITS.orNull(), "As in `attributes`.")
      .required("template_id", Schema.text().orNull(), "As in `attributes`.")
      .required("total_duration_seconds", Schema.integer().orNull(), "As in `attributes`.")
      .required("attributes", SESSION_ATTRIBUTES.ref(), "Everything else.")
      .required("children", CHILDREN, CHILDREN_SAY)
      .example("""
        {"id": "morning", "name": "Morning", "description": "", "deadline": null,
         "session_start": "2031-01-02T10:00:00", "session_end": null, "template_id": null,
         "total_duration_seconds": null, "attributes": %s, "children": []}
        """.formatted(SESSION_ATTRIBUTES.example()));

  /** Either. */
  public static final NamedSchema NODE = new NamedSchema("Node",
      Schema.oneOf(GOAL.ref(), SESSION.ref()).saying("A goal, or a session in its place."),
      GOAL.example());

  /** All of them. */
  public static final List<NamedSchema> ALL = List.of(GOAL_ATTRIBUTES, SESSION_ATTRIBUTES, GOAL,
      SESSION, NODE);

  private TreeShapes() {}
}
