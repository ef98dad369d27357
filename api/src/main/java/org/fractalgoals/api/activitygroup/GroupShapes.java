package org.fractalgoals.api.activitygroup;

import java.util.List;

import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.ObjectShape;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;

/** What the document says of the bodies of requests about groups, and of their answers. */
final class GroupShapes {

  static final NamedSchema NEW_GROUP = ObjectShape.body("NewGroup", "A group of activities.")
      .required("name", Forms.NAME, "Its name, unlike those of other groups of the fractal.")
      .optional("description", Forms.LONG_TEXT.orNull(), "Empty if it is absent or null.")
      .example("""
        {"name": "Knots"}
        """);

  static final NamedSchema GROUP_CHANGES = ObjectShape
      .body("GroupChanges", "What is to be changed; what is absent stays as it is.")
      .optional("name", Forms.NAME, "Another name.")
      .optional("description", Forms.LONG_TEXT.orNull(), "Null empties it.")
      .example("""
        {"name": "Knots and hitches"}
        """);

  static final NamedSchema GROUP_ORDER = ObjectShape
      .body("GroupOrder", "The order of the groups.")
      .required("group_ids", Schema.listOf(Forms.ID).with("minItems", 1),
          "Ids of groups in their new order; unknown ones are passed over.")
      .example("""
        {"group_ids": ["hitches", "knots"]}
        """);

  static final NamedSchema GROUP = RecordShape
      .of("ActivityGroup", GroupView.class, "A group of activities.")
      .member("id", "Its id.")
      .member("root_id", "Id of the fractal.")
      .member("name", "Its name.")
      .member("description", "May be empty.")
      .member("sort_order", "Its place among the groups, ascending.")
      .member("created_at", Forms.WALL_CLOCK, "When it was created.")
      .member("updated_at", Forms.WALL_CLOCK, "When it was last changed.")
      .example("""
        {"id": "knots", "root_id": "sail", "name": "Knots", "description": "", "sort_order": 1,
         "created_at": "2026-03-04T05:06:07.123456", "updated_at": "2026-03-04T05:06:07.123456"}
        """);

  static final List<NamedSchema> ALL = List.of(NEW_GROUP, GROUP_CHANGES, GROUP_ORDER, GROUP);

  private GroupShapes() {}
}
