package org.fractalgoals.migration.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.note.NoteEvent;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteDeleted;
import org.fractalgoals.domain.note.NoteEvent.NoteTouched;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteInterpreterTest {

  private static final EntityRef NOTE = EntityRef.note("n");

  @TempDir Path folder;

  @Test
  void each_column_is_told() throws Exception {
    var run = migrate("context_type", "set", "context_id", "i", "set_index", 2, "content",
        "too heavy", "created_at", "2026-01-07 10:00:00.000000", "updated_at",
        "2026-01-08 10:00:00.000000", "deleted_at", "2026-01-09 10:00:00.000000");
    assertThat(run.events().payloads(NoteEvent.class)).containsExactly(
        new NoteCreated("n", "top", EntityRef.instance("i"), 2L, "too heavy",
            Instant.parse("2026-01-07T10:00:00Z")),
        new NoteTouched("n", Instant.parse("2026-01-08T10:00:00Z")),
        new NoteDeleted("n", Instant.parse("2026-01-09T10:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({"session, s, SESSION", "goal, top, GOAL", "activity_definition, a, ACTIVITY",
      "activity_instance, i, INSTANCE", "set, i, INSTANCE"})
  void a_note_is_about_what_its_type_and_id_say(String type, String id, Kind kind)
      throws Exception {
    var run = migrate("context_type", type, "context_id", id, "content", "text");
    assertThat(run.events().only(NoteCreated.class).context()).isEqualTo(new EntityRef(kind, id));
    assertThat(run.flags(NOTE)).containsExactly(Flags.TIME_UNKNOWN);
  }

  @Test
  void where_type_and_id_say_nothing_it_is_about_the_narrowest_thing_it_names() throws Exception {
    var run = migrate("context_type", "weather", "context_id", "rain", "activity_definition_id",
        "a", "session_id", "s", "activity_instance_id", "i");
    assertThat(run.events().only(NoteCreated.class).context()).isEqualTo(EntityRef.instance("i"));
    assertThat(run.flags(NOTE)).contains(Flags.refMissing("context_id"));
  }

  @Test
  void a_note_about_nothing_is_about_its_fractal() throws Exception {
    var run = migrate("content", "text");
    assertThat(run.events().only(NoteCreated.class).context()).isEqualTo(EntityRef.goal("top"));
    assertThat(run.flags(NOTE)).contains(Flags.refMissing("context_id"));
  }

  @Test
  void what_cannot_be_read_is_left_out_and_flagged() throws Exception {
    var run = migrate("context_type", "goal", "context_id", "top", "set_index", "second");
    assertThat(run.events().only(NoteCreated.class)).isEqualTo(
        new NoteCreated("n", "top", EntityRef.goal("top"), null, "", null));
    assertThat(run.flags(NOTE)).contains(Flags.unreadable("set_index"),
        Flags.unreadable("content"));
  }

  private MigrationRun migrate(@Nullable Object... columnsAndValues) throws SQLException {
    return MigrationRun.of(LegacyDatabase.practised(folder.resolve("legacy.db"))
        .row("activity_instances", "id", "i", "session_id", "s", "activity_definition_id", "a")
        .rowLike("notes", Map.of("id", "n", "root_id", "top"), columnsAndValues));
  }
}
