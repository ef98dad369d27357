package org.fractalgoals.api.diff;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of differences between two moments. */
@Lazy
@Component
final class DiffChapter implements Chapter.Author {

  private static final NamedSchema FIELD = RecordShape
      .of("FieldDifference", FieldDifference.class, "A field that has another value.")
      .member("field", "Its name: that of the column in legacy files.")
      .member("part",
          "Which of several values, such as the id of a metric; absent where there is only one.")
      .member("before", Schema.anything(), "Its value at the first moment; null for none.")
      .member("after", Schema.anything(), "Its value at the second moment; null for none.")
      .example("""
        {"field": "deadline", "before": null, "after": "2026-06-01T00:00:00"}
        """);

  private static final NamedSchema THING = RecordShape
      .of("ThingDifference", ThingDifference.class, "A thing that is not as it was.")
      .member("kind", "What it is, such as `goal`, `session` or `template`.")
      .member("id", "Its id.")
      .member("name", "Its name, or its last one; null if it has none.")
      .member("happened",
          Schema.listOf(
              Schema.oneOfTexts(List.of("created", "changed", "deleted", "restored"))),
          "What became of it.")
      .member("changes", FIELD.list(),
          "The fields that have another value; of a thing that was created, all that have one.")
      .example("""
        {"kind": "goal", "id": "knots", "name": "Tie knots", "happened": ["changed", "deleted"],
         "changes": [{"field": "deadline", "before": null, "after": "2026-06-01T00:00:00"}]}
        """);

  @Override
  public Chapter chapter() {
    return new Chapter(DiffController.class, Topic.AUDIT, List.of(THING, FIELD), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("between", "diffFractal", "Compare a fractal with what it was")
            .says(
                "A deleted fractal, too. What was changed and changed back in between is no difference.")
            .query("from", Schema.text(),
                "The first moment: a time with an offset or `Z`, one without as the wall clock of the store's zone, or a day for its end. Needed.")
            .query("to", Schema.text(), "The second moment, likewise. Default: now.")
            .answersList(THING, "What is different, in the order in which it became so.")
            .refuses(400,
                "A moment is missing, malformed or in the future, or the second one lies before the first; or the fractal has too many events up to then.")
            .refuses(404, "There never was such a fractal."));
  }
}
