package org.fractalgoals.api.activity;

import java.util.List;

import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.ObjectShape;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;

/** What the document says of the bodies of requests about activities, and of their answers. */
final class ActivityShapes {

  private static final Schema FLAG = Schema.bool().orNull();
  private static final Schema REFERENCE = Schema.text().with("maxLength", 500).orNull();
  private static final String GROUP_SAYS = "Id of a group of the fractal; null or empty for none.";
  private static final String DESCRIPTION_SAYS = "Empty if it is absent or null.";

  private static final NamedSchema WANTED_METRIC = ObjectShape
      .body("WantedMetric", "A metric. One without a name or a unit is passed over.")
      .optional("id", REFERENCE, "Id of a metric the activity has or had; absent for a new one.")
      .optional("name", Schema.text().with("maxLength", 500).orNull(),
          "Its name, unlike those of the others.")
      .optional("unit", Forms.LONG_TEXT.orNull(), "What it is measured in.")
      .optional("is_top_set_metric", FLAG, "False if it is absent.")
      .optional("is_multiplicative", FLAG, "True if it is absent.")
      .optional("allow_negative", FLAG,
          "Whether values may be below zero; absent or null leaves it as it is, false for a new one.")
      .example("""
        {"name": "Drift", "unit": "m", "allow_negative": true}
        """);

  private static final NamedSchema WANTED_SPLIT = ObjectShape
      .body("WantedSplit", "A split. One without a name is passed over.")
      .optional("id", REFERENCE, "Id of a split the activity has or had; absent for a new one.")
      .optional("name", Schema.text().with("maxLength", 500).orNull(),
          "Its name, unlike those of the others.")
      .example("""
        {"name": "Left"}
        """);

  private static final Schema METRICS = Schema.listOf(WANTED_METRIC.ref()).with("maxItems", 3);
  private static final Schema SPLITS = Schema.listOf(WANTED_SPLIT.ref()).with("maxItems", 5);

  static final NamedSchema NEW_ACTIVITY = ObjectShape
      .body("NewActivity", "Something that can be practised.")
      .required("name", Forms.NAME, "Its name, unlike those of other activities of the fractal.")
      .optional("description", Forms.LONG_TEXT.orNull(), DESCRIPTION_SAYS)
      .optional("group_id", REFERENCE, GROUP_SAYS)
      .optional("has_sets", FLAG, "False if it is absent.")
      .optional("has_metrics", FLAG, "True if it is absent.")
      .optional("metrics_multiplicative", FLAG, "False if it is absent.")
      .optional("has_splits", FLAG, "False if it is absent.")
      .optional("metrics", METRICS.orNull(), "What is measured.")
      .optional("splits", SPLITS.orNull(), "What it is measured of separately.")
      .example("""
        {"name": "Bowline", "metrics": [{"name": "Time", "unit": "s"},
         {"name": "Drift", "unit": "m", "allow_negative": true}], "splits": [{"name": "Left"}]}
        """);

  static final NamedSchema ACTIVITY_CHANGES = ObjectShape
      .body("ActivityChanges", "What is to be changed; what is absent stays as it is.")
      .optional("name", Forms.NAME, "Another name.")
      .optional("description", Forms.LONG_TEXT.orNull(), "Null empties it.")
      .optional("group_id", REFERENCE, GROUP_SAYS)
      .optional("has_sets", FLAG, "Whether it is done in sets.")
      .optional("has_metrics", FLAG, "Whether anything is measured.")
      .optional("metrics_multiplicative", FLAG, "Whether the metrics are multiplied.")
      .optional("has_splits", FLAG, "Whether it is measured in splits.")
      .optional("metrics", METRICS,
          "The whole new list: known ones by `id`, else by name and unit; all others are new.")
      .optional("splits", SPLITS, "The whole new list: known ones by `id`; all others are new.")
      .example("""
        {"name": "Bowline", "metrics": [{"id": "time", "name": "Time", "unit": "min"}]}
        """);

  private static final NamedSchema METRIC = RecordShape
      .of("Metric", ActivityView.MetricView.class, "What is measured of an activity.")
      .member("id", "Its id.")
      .member("name", "Its name.")
      .member("unit", "What it is measured in.")
      .member("is_active", "Always true: removed ones are not shown.")
      .member("is_top_set_metric", "Whether it tells which set is the best.")
      .member("is_multiplicative", "Whether it takes part where metrics are multiplied.")
      .member("allow_negative", "Whether values may be below zero.")
      .example("""
        {"id": "time", "name": "Time", "unit": "s", "is_active": true,
         "is_top_set_metric": false, "is_multiplicative": true, "allow_negative": false}
        """);

  private static final NamedSchema SPLIT = RecordShape
      .of("Split", ActivityView.SplitView.class,
          "A part of an activity that is measured separately.")
      .member("id", "Its id.")
      .member("name", "Its name.")
      .member("order", "Its place in the list that was sent last, from 0.")
      .example("""
        {"id": "left", "name": "Left", "order": 0}
        """);

  static final NamedSchema ACTIVITY = RecordShape
      .of("Activity", ActivityView.class, "Something that can be practised.")
      .member("id", "Its id.")
      .member("root_id", "Id of the fractal.")
      .member("name", "Its name.")
      .member("description", "May be empty.")
      .member("group_id", "Id of its group; null if it is in none, or in a deleted one.")
      .member("has_sets", "Whether it is done in sets.")
      .member("has_metrics", "Whether anything is measured.")
      .member("metrics_multiplicative", "Whether the metrics are multiplied.")
      .member("has_splits", "Whether it is measured in splits.")
      .member("created_at", Forms.WALL_CLOCK, "When it was defined.")
      .member("updated_at", Forms.WALL_CLOCK, "When it was last changed.")
      .member("metric_definitions", METRIC.list(), "What is measured, in order of creation.")
      .member("split_definitions", SPLIT.list(), "The splits, in order of creation.")
      .example("""
        {"id": "bowline", "root_id": "sail", "name": "Bowline", "description": "",
         "group_id": null, "has_sets": false, "has_metrics": true,
         "metrics_multiplicative": false, "has_splits": true,
         "created_at": "2026-03-04T05:06:07.123456", "updated_at": "2026-03-04T05:06:07.123456",
         "metric_definitions": [%s], "split_definitions": [%s]}
        """.formatted(METRIC.example(), SPLIT.example()));

  static final List<NamedSchema> ALL = List.of(WANTED_METRIC, WANTED_SPLIT, NEW_ACTIVITY,
      ACTIVITY_CHANGES, METRIC, SPLIT, ACTIVITY);

  private ActivityShapes() {}
}
