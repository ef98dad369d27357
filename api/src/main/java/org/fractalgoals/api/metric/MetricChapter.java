package org.fractalgoals.api.metric;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of the history of metrics. */
@Lazy
@Component
final class MetricChapter implements Chapter.Author {

  private static final String TIME_FORM = "a day, or a time, which is in the zone of the store if it says none";

  private static final NamedSchema VALUE = RecordShape
      .of("HistoricValue", MetricController.Value.class, "A value of the metric.")
      .member("id", "Id of the value.")
      .member("value", "In the unit of the metric.")
      .member("split_id", "Id of the split; null for the whole instance.")
      .member("split_name", "Name of the split; null for the whole instance or a deleted split.")
      .member("session_id", "Id of the session.")
      .member("session_name", "Name of the session.")
      .member("instance_id", "Id of the instance it was measured of.")
      .member("created_at", Forms.UTC, "When that instance was added.")
      .example("""
        {"id": "v-1", "value": 13.0, "split_id": null, "split_name": null,
         "session_id": "morning", "session_name": "Morning", "instance_id": "i-1",
         "created_at": "2026-03-04T05:06:07Z"}
        """);

  private static final NamedSchema PAGE = RecordShape
      .of("MetricHistory", MetricController.Page.class, "A page of the history of a metric.")
      .member("metric_id", "Id of the metric.")
      .member("values", VALUE.list(), "The values, the newest first.")
      .member("next", "What to send as `after` for the next page; null on the last one.")
      .example("""
        {"metric_id": "time", "values": [%s], "next": null}
        """.formatted(VALUE.example()));

  @Override
  public Chapter chapter() {
    return new Chapter(MetricController.class, Topic.METRICS, List.of(VALUE, PAGE), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("values", "listMetricValues", "List what was measured of a metric")
            .query("from", Schema.text(),
                "Values of instances added then or later: " + TIME_FORM + ".")
            .query("to", Schema.text(),
                "Values of instances added up to then: " + TIME_FORM + "; a day counts to its end.")
            .query("after", Schema.text(), "The `next` of the page before.")
            .query("limit",
                Schema.integer().with("minimum", 1).with("maximum", 1000).with("default", 100),
                "How many values at most.")
            .refuses(400, "A parameter cannot be read.")
            .answers(PAGE, "A page of values."));
  }
}
