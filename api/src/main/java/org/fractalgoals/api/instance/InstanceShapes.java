package org.fractalgoals.api.instance;

import java.util.List;

import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.ObjectShape;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;

/** What the document says of the bodies of requests about instances, and of their answers. */
final class InstanceShapes {

  private static final Schema NEW_ID = Schema.text().with("maxLength", 500).orNull();
  private static final String NEW_ID_SAYS = "Chosen by the client; absent, null or empty for one that the server makes.";
  private static final Schema TIME = Schema.text().orNull();
  private static final String COMPLETED_SAYS = "Whether it is done. Of other values than booleans, null, 0 and whatever is empty count as false.";

  static final String ID_IS_TAKEN = "The id is that of an instance in another session, or of a deleted one. Or others changed the session at the same moment.";

  static final NamedSchema NEW_SESSION_ACTIVITY = ObjectShape
      .body("NewSessionActivity", "What is to be performed.")
      .required("activity_definition_id", Forms.ID,
          "Id of the activity; a deleted one will do, as templates may name it.")
      .optional("instance_id", NEW_ID, NEW_ID_SAYS)
      .example("""
        {"activity_definition_id": "bowline", "instance_id": "i-1"}
        """);

  static final NamedSchema NEW_INSTANCE = ObjectShape
      .body("NewInstance", "What is to be performed, and where.")
      .required("practice_session_id", Forms.ID, "Id of a session of the fractal.")
      .required("activity_definition_id", Forms.ID,
          "Id of the activity; a deleted one will do, as templates may name it.")
      .optional("instance_id", NEW_ID, NEW_ID_SAYS)
      .example("""
        {"practice_session_id": "morning", "activity_definition_id": "bowline"}
        """);

  static final NamedSchema TIMER_START = ObjectShape
      .body("TimerStart", "What an unknown instance is to perform, and where.")
      .optional("practice_session_id", NEW_ID, "Id of a session of the fractal.")
      .optional("activity_definition_id", NEW_ID, "Id of the activity.")
      .example("""
        {"practice_session_id": "morning", "activity_definition_id": "bowline"}
        """);

  static final NamedSchema REMARKS = ObjectShape
      .body("InstanceRemarks", "What is to be changed; what is absent stays as it is.")
      .optional("notes", Forms.LONG_TEXT.orNull(), "Null for none.")
      .optional("completed", Schema.anything(), COMPLETED_SAYS)
      .example("""
        {"notes": "With cold fingers", "completed": true}
        """);

  static final NamedSchema INSTANCE_CHANGES = ObjectShape
      .body("InstanceChanges", "What is to be changed; what is absent stays as it is.")
      .optional("notes", Forms.LONG_TEXT.orNull(), "Null for none.")
      .optional("completed", Schema.anything(), COMPLETED_SAYS)
      .optional("time_start", TIME,
          "When it began, such as `2026-03-04T05:06:07Z`; UTC if it says no zone. Null or empty for unknown.")
      .optional("time_stop", TIME, "When it ended, likewise; not before the start.")
      .optional("sets", Schema.listOf(Schema.anything()).orNull(),
          "The whole new list, opaque; null empties it.")
      .optional("practice_session_id", NEW_ID, "Id of the session of an instance to be added.")
      .optional("activity_definition_id", NEW_ID, "Id of the activity of an instance to be added.")
      .example("""
        {"time_start": "2026-03-04T05:06:07Z", "time_stop": "2026-03-04T05:07:07Z",
         "sets": [{"reps": 5}]}
        """);

  private static final NamedSchema MEASUREMENT = ObjectShape
      .body("Measurement", "A value. An item that measures nothing is passed over.")
      .optional("metric_id", Schema.text().with("maxLength", 500).orNull(),
          "Id of a metric that the activity has, or ever had.")
      .optional("split_id", Schema.text().with("maxLength", 500).orNull(),
          "Id of a split of the activity; absent for the whole instance.")
      .optional("value", Schema.anything(),
          "A finite number, or a text that is one; below zero only where the metric allows it.")
      .example("""
        {"metric_id": "time", "value": 13}
        """);

  static final NamedSchema MEASUREMENTS = ObjectShape.body("Measurements", "What was measured.")
      .optional("metrics", Schema.listOf(MEASUREMENT.ref()).orNull(), "The values.")
      .example("""
        {"metrics": [{"metric_id": "time", "value": 13}, {"metric_id": "drift", "value": "-0.5"}]}
        """);

  static final NamedSchema INSTANCE_ORDER = ObjectShape
      .body("InstanceOrder", "The order of what is performed in a session.")
      .optional("activity_ids", Schema.listOf(Forms.ID).orNull(),
          "Ids of instances; those that are not listed follow in the order they had.")
      .example("""
        {"activity_ids": ["i-2", "i-1"]}
        """);

  static final NamedSchema REORDERED = RecordShape
      .of("Reordered", SessionActivityController.Reordered.class, "They are in order.")
      .member("status", "Always `success`.")
      .example("""
        {"status": "success"}
        """);

  private static final NamedSchema DATA = RecordShape
      .of("InstanceData", InstanceView.Data.class, "The sets once more.")
      .member("sets", Schema.listOf(Schema.anything()), "Absent if there never were any.")
      .example("""
        {"sets": [{"reps": 5}]}
        """);

  private static final NamedSchema VALUE = RecordShape
      .of("MetricValue", InstanceView.Value.class, "What was measured.")
      .member("id", "Id of the value; it keeps it when it is measured again.")
      .member("name", "Name of the metric; empty if the metric is deleted.")
      .member("unit", "Unit of the metric; empty if the metric is deleted.")
      .member("metric_definition_id", "Id of the metric.")
      .member("metric_id", "Id of the metric once more.")
      .member("value", "In the unit of the metric.")
      .member("split_id", "Id of the split; null for the whole instance.")
      .member("split_name", "Name of the split; null for the whole instance or a deleted split.")
      .example("""
        {"id": "v-1", "name": "Time", "unit": "s", "metric_definition_id": "time",
         "metric_id": "time", "value": 13.0, "split_id": null, "split_name": null}
        """);

  static final NamedSchema INSTANCE = RecordShape
      .of("ActivityInstance", InstanceView.class, "An activity as it is performed in a session.")
      .member("id", "Its id.")
      .member("practice_session_id", "Id of the session.")
      .member("activity_definition_id", "Id of the activity.")
      .member("definition_name", "Name of the activity; `Unknown` if it is deleted.")
      .member("created_at", Forms.UTC, "When it was added.")
      .member("updated_at", Forms.UTC, "When it was last changed.")
      .member("time_start", Forms.UTC, "When its timer was started.")
      .member("time_stop", Forms.UTC, "When its timer was stopped.")
      .member("duration_seconds", "Whole seconds between the two; null unless both are known.")
      .member("completed", "Whether it is done.")
      .member("notes", "What somebody noted.")
      .member("sets", Schema.listOf(Schema.anything()), "Opaque to the server.")
      .member("data", DATA.ref(), "The sets once more, as older clients look for them.")
      .member("metric_values", VALUE.list(), "What was measured, in order of creation.")
      .example("""
        {"id": "i-1", "practice_session_id": "morning", "activity_definition_id": "bowline",
         "definition_name": "Bowline", "created_at": "2026-03-04T05:06:07Z",
         "updated_at": "2026-03-04T05:07:07Z", "time_start": "2026-03-04T05:06:07Z",
         "time_stop": "2026-03-04T05:07:07Z", "duration_seconds": 60, "completed": false,
         "notes": null, "sets": [{"reps": 5}], "data": %s, "metric_values": [%s]}
        """.formatted(DATA.example(), VALUE.example()));

  static final List<NamedSchema> ALL = List.of(NEW_SESSION_ACTIVITY, NEW_INSTANCE, TIMER_START,
      REMARKS, INSTANCE_CHANGES, MEASUREMENT, MEASUREMENTS, INSTANCE_ORDER, REORDERED, DATA, VALUE,
      INSTANCE);

  private InstanceShapes() {}
}
