package org.fractalgoals.api.purge;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;
import org.fractalgoals.api.openapi.Topic;
import org.fractalgoals.domain.purge.Purge;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of purges. */
@Lazy
@Component
final class PurgeChapter implements Chapter.Author {

  private static final NamedSchema PURGED = RecordShape
      .of("Purged", PurgedView.class, "What a purge has done.")
      .member("action_id", "The action it is in the history.")
      .member("things", "How many things are gone.")
      .member("events", "How many events have lost what they told.")
      .member("complete",
          "Whether the files have nothing of it any more; otherwise that is being seen to.")
      .example("""
        {"action_id": "0197c1a2-6f00-7000-8000-000000000000", "things": 12, "events": 57,
         "complete": true}
        """);

  private static final NamedSchema ERASURE = RecordShape
      .of("Erasure", ErasureView.class, "Whether the files have lost what was purged.")
      .member("pending", "Whether they may still have some of it.")
      .member("obstacle", "What is in the way at this moment; null if nothing is.")
      .example("{\"pending\": false, \"obstacle\": null}");

  @Override
  public Chapter chapter() {
    return new Chapter(PurgeController.class, Topic.ADMIN, List.of(PURGED, ERASURE),
        operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("purge", "purge", "Erase something for good")
            .says("Deleted or not, with its parts, the notes about it and all that stands below it;"
                + " with the goal at the top all of the fractal. Its events stay in the history without"
                + " what they told. What refers to it stays and shows it no more. There is no way back.")
            .query("reason", Schema.text(), "Why, for those who find what is left; needed.")
            .answers(200, PURGED, "It is gone, from the files too.")
            .answers(202, PURGED, "It is gone; ask `/api/admin/erasure` for the files.")
            .refuses(400, "The reason is missing, blank or longer than %d characters."
                .formatted(Purge.LONGEST_REASON))
            .refuses(404, "There never was such a thing in the fractal.")
            .refuses(409, "It was purged before."),
        Operation.of("erasure", "getErasure", "Ask whether the files have lost what was purged")
            .says(
                "They are written anew after each purge. What others still read has to be waited for.")
            .answers(ERASURE, "How it stands."));
  }
}
