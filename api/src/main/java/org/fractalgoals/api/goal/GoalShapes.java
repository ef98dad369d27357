package org.fractalgoals.api.goal;

import java.util.Arrays;
import java.util.List;

import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.ObjectShape;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.domain.goal.GoalType;

/** What the document says of the bodies of requests about goals, and of their answers. */
final class GoalShapes {

  private static final Schema TYPE = Schema
      .oneOfTexts(Arrays.stream(GoalType.values()).map(GoalType::code).toList());
  private static final Schema DEADLINE = Schema.text()
      .with("pattern", "^([0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?)?$").orNull();
  private static final String DEADLINE_SAYS = "The last day, such as `2031-05-06`; a time after a `T` is ignored. Not before the day of creation. Null or an empty text for none.";
  private static final String DESCRIPTION_SAYS = "Empty if it is absent or null.";

  static final NamedSchema NEW_FRACTAL = ObjectShape.body("NewFractal", "A goal at the top.")
      .required("name", Forms.NAME, "Its name.")
      .optional("description", Forms.LONG_TEXT.orNull(), DESCRIPTION_SAYS)
      .optional("type",
          Schema.oneOfTexts(GoalRequests.FRACTAL_TYPES.stream().map(GoalType::code).toList()),
          "UltimateGoal if it is absent.")
      .example("""
        {"name": "Sail the sea"}
        """);

  static final NamedSchema NEW_GOAL = ObjectShape
      .body("NewGoal", "A goal below another one, or below a session.")
      .required("name", Forms.NAME, "Its name.")
      .required("type", TYPE, "Its level; levels may be skipped.")
      .required("parent_id", Forms.ID, "Id of the goal or session above, in the same fractal.")
      .optional("description", Forms.LONG_TEXT.orNull(), DESCRIPTION_SAYS)
      .optional("deadline", DEADLINE, DEADLINE_SAYS)
      .example("""
        {"name": "Tie knots", "type": "ShortTermGoal", "parent_id": "boat",
         "deadline": "2031-05-06"}
        """);

  static final NamedSchema NEW_GOAL_ANYWHERE = ObjectShape
      .body("NewGoalAnywhere",
          "A goal below another one in whichever fractal, or at the top of one of its own.")
      .required("name", Forms.NAME, "Its name.")
      .required("type", TYPE, "Its level; levels may be skipped.")
      .optional("parent_id", Schema.text().with("maxLength", 500).orNull(),
          "Id of the goal or session above; absent, null or empty for the top of a new fractal.")
      .optional("description", Forms.LONG_TEXT.orNull(), DESCRIPTION_SAYS)
      .optional("deadline", DEADLINE, DEADLINE_SAYS)
      .optional("completed", Schema.bool().orNull(), "Whether it begins completed.")
      .example("""
        {"name": "Own a boat", "type": "LongTermGoal", "parent_id": "sail"}
        """);

  static final NamedSchema GOAL_CHANGES = ObjectShape
      .body("GoalChanges", "What is to be changed; what is absent stays as it is.")
      .optional("name", Forms.NAME.orNull(),
          "Another name. Where the fractal is in the path it cannot be null; elsewhere null leaves it as it is.")
      .optional("description", Forms.LONG_TEXT.orNull(),
          "Another description. Null empties it where the fractal is in the path, and leaves it as it is elsewhere.")
      .optional("deadline", DEADLINE, DEADLINE_SAYS)
      .optional("targets", Forms.OBJECTS.orNull(), "The whole new list, opaque; null empties it.")
      .example("""
        {"name": "Tie ten knots", "deadline": null}
        """);

  static final NamedSchema COMPLETION = ObjectShape
      .body("Completion", "Whether the goal is reached.")
      .optional("completed", Schema.bool(),
          "What it is to be; if it is absent the completion is turned round.")
      .example("""
        {"completed": true}
        """);

  static final NamedSchema MOVE = ObjectShape.body("Move", "Another place.")
      .required("parent", SharedShapes.PLACE.ref(), "Below what it is to stand from now on.")
      .example("""
        {"parent": {"kind": "goal", "id": "boat"}}
        """);

  static final NamedSchema CHILD_ORDER = ObjectShape
      .body("ChildOrder", "The order of the goals below another one, or below a session.")
      .required("goal_ids", Schema.listOf(Forms.ID),
          "Ids of children, each once; children that are not listed follow in the order they had.")
      .example("""
        {"goal_ids": ["knots", "boat"]}
        """);

  static final NamedSchema TARGET = ObjectShape
      .body("NewTarget", "A target: opaque but for its id, and kept as it is sent.")
      .optional("id", Forms.ID, "Its id; it gets one if it has none.")
      .example("""
        {"name": "Fast", "activity_id": "bowline", "metrics": [{"metric_id": "time", "value": 10}]}
        """);

  static final NamedSchema TARGETS = RecordShape
      .of("Targets", TargetController.TargetsView.class, "All targets there are now.")
      .member("targets", Schema.listOf(Schema.anything()), "Opaque, in their order.")
      .member("id", Schema.text(), "Id of the target that was added; absent after a removal.")
      .example("""
        {"targets": [{"id": "fast", "name": "Fast"}], "id": "fast"}
        """);

  static final NamedSchema FRACTAL = RecordShape
      .of("Fractal", FractalView.class, "A fractal, as the goal at its top shows it.")
      .member("id", "Id of the fractal and of that goal.")
      .member("name", "Its name.")
      .member("description", "May be empty.")
      .member("type", "The type of the goal at the top.")
      .member("created_at", Forms.WALL_CLOCK, "When it was created.")
      .member("updated_at", Forms.WALL_CLOCK, "When a goal or session in it was last changed.")
      .example("""
        {"id": "sail", "name": "Sail the sea", "description": "", "type": "UltimateGoal",
         "created_at": "2026-03-04T05:06:07.123456", "updated_at": "2026-03-05T05:06:07.123456"}
        """);

  static final List<NamedSchema> ALL = List.of(NEW_FRACTAL, NEW_GOAL, NEW_GOAL_ANYWHERE,
      GOAL_CHANGES, COMPLETION, MOVE, CHILD_ORDER, TARGET, TARGETS, FRACTAL);

  private GoalShapes() {}
}
