package org.fractalgoals.api.audit;

import java.util.List;

import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;

/** What the document says of the answers to questions about the history. */
final class AuditShapes {

  private static final NamedSchema THING = RecordShape
      .of("AuditedThing", ThingView.class, "What an event is about.")
      .member("kind", "What it is, such as `goal` or `session`.").member("id", "Its id.")
      .member("name", "What it is called now; null if it has no name, or none any more.")
      .example("""
        {"kind": "goal", "id": "knots", "name": "Tie knots"}
        """);

  private static final NamedSchema CHANGE = RecordShape
      .of("FieldChange", ChangeView.class, "A field that has another value since an event.")
      .member("thing", "What it is a field of, as `kind/id`.")
      .member("field", "Its name: that of the column in legacy files; `deleted` for the trash.")
      .member("part",
          "Which of several values, such as the id of a metric; absent where there is only one.")
      .member("before", Schema.anything(), "Its value before; null for none.")
      .member("after", Schema.anything(), "Its value since; null for none.").example("""
        {"thing": "goal/knots", "field": "deadline", "before": "2026-05-03T00:00:00",
         "after": "2026-06-01T00:00:00"}
        """);

  static final NamedSchema EVENT = RecordShape
      .of("AuditedEvent", AuditView.class, "Something that happened, and who did it.")
      .member("position", "Its place in the order in which everything was stored.")
      .member("event_id", "Its id.")
      .member("effective_at", Forms.WALL_CLOCK, "When it happened.")
      .member("recorded_at", Forms.WALL_CLOCK, "When it was stored.")
      .member("root_id", "The fractal; `$system` for acts that belong to none.")
      .member("thing", THING.ref(), "What it is most about; null if that is no thing.")
      .member("type", "Its type, such as `goal.renamed`.").member("actor", "Who acted.")
      .member("source", "Through which door: `api`, `cli` or `migration`.")
      .member("action_id", "What it has in common with all that happened because of one request.")
      .member("import_id", "The import that it belongs to; null if it was not imported.")
      .member("caused_by", "Id of the event that caused it; null for the first of an action.")
      .member("request_id", "What the client called the request; null if nothing.")
      .member("flags", Schema.listOf(Schema.text()), "How an imported fact was interpreted.")
      .member("sentence", "What it means, for people.")
      .member("changes", CHANGE.list(), "The fields that have another value since.")
      .member("purged_by", "Position of the event that erased it; null if it is not erased.")
      .example("""
        {"position": 17, "event_id": "01a20b5c-4f55-74b8-a17f-2a5bad4e33ab",
         "effective_at": "2026-03-05T05:06:07.123456",
         "recorded_at": "2026-03-05T05:06:07.123456", "root_id": "sail",
         "thing": {"kind": "goal", "id": "knots", "name": "Tie knots"},
         "type": "goal.deadline-set", "actor": "local", "source": "api",
         "action_id": "01a20b5c-4f55-74b8-a17f-2a5bad4e33aa", "import_id": null,
         "caused_by": null, "request_id": null, "flags": [],
         "sentence": "Deadline moved from 3 May 2026 to 1 June 2026",
         "changes": [{"thing": "goal/knots", "field": "deadline", "before": "2026-05-03T00:00:00",
                      "after": "2026-06-01T00:00:00"}], "purged_by": null}
        """);

  static final NamedSchema PAGE = RecordShape
      .of("AuditPage", AuditAnswers.Page.class, "Some events.")
      .member("events", EVENT.list(),
          "The events: fewer than asked for, even none, where finding more would have taken long.")
      .member("next", "What to send as `after` for the next page; null on the last one.")
      .example("""
        {"events": [%s], "next": "17"}
        """.formatted(EVENT.example()));

  static final NamedSchema COUNTS = RecordShape
      .of("AuditCounts", CountsView.class, "How many events there are.")
      .member("total", "All of them.")
      .member("by_day", Schema.object(), "By the day on which they happened.")
      .member("by_type", Schema.object(), "By their type.")
      .member("by_actor", Schema.object(), "By who acted.").example("""
        {"total": 3, "by_day": {"2026-03-04": 2, "2026-03-05": 1},
         "by_type": {"goal.created": 2, "goal.deadline-set": 1}, "by_actor": {"local": 3}}
        """);

  static final List<NamedSchema> ALL = List.of(PAGE, EVENT, THING, CHANGE, COUNTS);

  private AuditShapes() {}

  /** What narrows a question down. */
  static Operation narrowed(Operation operation) {
    return operation
        .query("entity", Schema.text(), "What happened to this thing, as `kind/id`.")
        .query("kind", Schema.text(), "What happened to things of this kind, such as `goal`.")
        .query("type", Schema.text(), "Events of this type, such as `goal.renamed`.")
        .query("actor", Schema.text(), "What this actor did.")
        .query("source", Schema.oneOfTexts(List.of("api", "cli", "migration")),
            "What came through this door.")
        .query("action", Schema.text(), "What belongs to this action.")
        .query("from", Schema.text(),
            "What happened then or later: a day, or a time with an offset or by the wall clock.")
        .query("to", Schema.text(), "What happened before; of a day, up to its end.")
        .query("recorded_from", Schema.text(), "What was stored then or later.")
        .query("recorded_to", Schema.text(), "What was stored before.")
        .query("text", Schema.text(),
            "Events that contain this text, in letters of either case. Looked for in one fractal only.")
        .refuses(400, "A parameter cannot be read.");
  }

  /** Which page is asked for. */
  static Operation paged(Operation operation) {
    return operation.query("after", Schema.text(), "The `next` of the page before.").query("limit",
        Schema.integer().with("minimum", 1).with("maximum", 1000).with("default", 100),
        "How many events at most.");
  }

  /** The form of an export. */
  static Operation exported(Operation operation) {
    return operation
        .query("format", Schema.oneOfTexts(List.of("ndjson", "csv")),
            "`ndjson`: an `AuditedEvent` to a line; `csv`: a table without the changes. Default: `ndjson`.")
        .streams("application/x-ndjson", EVENT.example().replaceAll("\\s*\\R\\s*", " ") + "\n",
            "All of them, the latest first.");
  }
}
