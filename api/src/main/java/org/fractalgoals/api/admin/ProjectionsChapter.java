package org.fractalgoals.api.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;
import org.fractalgoals.api.openapi.Topic;
import org.fractalgoals.projections.engine.ProjectionStatus.State;
import org.fractalgoals.projections.rebuild.RebuildProgress.Phase;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of the read model itself. */
@Lazy
@Component
final class ProjectionsChapter implements Chapter.Author {

  private static final NamedSchema REBUILD = RecordShape
      .of("Rebuild", RebuildView.class, "How far a rebuild of the read model is.")
      .member("phase", anyOf(Phase.values()), "What it does, or how it ended.")
      .member("done", "Events applied so far.")
      .member("total", "Events there are.")
      .member("events_per_second", "Applied since it began; 0 before the first.")
      .member("remaining_seconds", Schema.decimal(),
          "Until all events are applied; null while that cannot be told, and afterwards.")
      .member("started_at", Forms.WALL_CLOCK, "When it began.")
      .member("ended_at", Forms.WALL_CLOCK, "When it ended; null while it runs.")
      .member("problem", "Why it failed; null unless it did.")
      .example("""
        {"phase": "loading", "done": 120000, "total": 500000, "events_per_second": 40000.0,
         "remaining_seconds": 9.5, "started_at": "2026-03-05T05:06:07.123456", "ended_at": null,
         "problem": null}
        """);

  private static final NamedSchema GENERATION = RecordShape
      .of("Generation", GenerationView.class, "One file of the read model.")
      .member("file", "Its name in the data directory.")
      .member("fingerprint", "Of the program whose rows it has.")
      .member("position", "Position of the last event applied.")
      .member("bytes", "Its size.")
      .member("current", "Whether it answers queries; the others are kept for going back.")
      .example("""
        {"file": "read-model-06029371ff24-1.db", "position": 16, "bytes": 315392, "current": true,
         "fingerprint": "06029371ff24a9b1469ce921db398aae891047da0399ef398dcd5c49510b7ebf"}
        """);

  private static final NamedSchema PROJECTIONS = RecordShape
      .of("Projections", ProjectionsView.class, "The read model, and what is done to it.")
      .member("state", anyOf(State.values()), "In a word.")
      .member("position", "Position of the last event applied.")
      .member("head", "Position of the last event of the store.")
      .member("lag", "Events between the two.")
      .member("fingerprint", "Of this program; another one has other files.")
      .member("file", "The file that answers queries; null while the first is being built.")
      .member("generations", GENERATION.list(), "The files there are.")
      .member("rebuild", REBUILD.ref(),
          "The one that runs, or the last one since the server started; null if there was none.")
      .example("""
        {"state": "live", "position": 16, "head": 16, "lag": 0,
         "fingerprint": "06029371ff24a9b1469ce921db398aae891047da0399ef398dcd5c49510b7ebf",
         "file": "read-model-06029371ff24-1.db", "generations": [
           {"file": "read-model-06029371ff24-1.db", "position": 16, "bytes": 315392,
            "fingerprint": "06029371ff24a9b1469ce921db398aae891047da0399ef398dcd5c49510b7ebf",
            "current": true}], "rebuild": null}
        """);

  private static Schema anyOf(Enum<?>... words) {
    return Schema.oneOfTexts(
        Arrays.stream(words).map(word -> word.name().toLowerCase(Locale.ROOT)).toList());
  }

  @Override
  public Chapter chapter() {
    return new Chapter(ProjectionsController.class, Topic.ADMIN,
        List.of(PROJECTIONS, GENERATION, REBUILD), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("state", "getProjections", "Ask how the read model stands")
            .answers(PROJECTIONS, "How it stands."),
        Operation.of("rebuild", "rebuildProjections", "Build the read model anew")
            .says(
                "Beside the one that answers, which stays in use until the new one takes its place.")
            .answers(202, REBUILD, "It has begun.")
            .refuses(409, "One runs already: `rebuild` says how far it is."),
        Operation.of("cancel", "cancelRebuild", "Cancel the rebuild")
            .answers(REBUILD, "It ends soon, and what is in use stays in use.")
            .refuses(404, "None runs.")
            .refuses(409, "It builds the first read model: there is nothing that could stay."),
        Operation.of("events", "watchRebuild", "Watch the rebuild")
            .says("Events of the name `progress`, each a `Rebuild`: one at once, then one at each"
                + " change of phase and several a second. The answer ends with the rebuild.")
            .streams("event:progress\ndata:" + REBUILD.example().replaceAll("\\s*\\R\\s*", " ")
                + "\n\n", "The rebuild that runs, or how the last one ended.")
            .refuses(404, "None has run since the server started."));
  }
}
