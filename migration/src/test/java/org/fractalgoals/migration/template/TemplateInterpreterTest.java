package org.fractalgoals.migration.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.template.TemplateEvent;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDeleted;
import org.fractalgoals.domain.template.TemplateEvent.TemplateTouched;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.fractalgoals.migration.testing.MigrationRun.PlainText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateInterpreterTest {

  @TempDir Path folder;

  @Test
  void each_column_is_told() throws Exception {
    var run = migrate("name", "Legs", "description", "twice a week", "template_data",
        "{ \"sections\": [] }", "created_at", "2026-01-07 10:00:00.000000", "updated_at",
        "2026-01-08 10:00:00.000000", "deleted_at", "2026-01-09 10:00:00.000000");
    assertThat(run.events().payloads(TemplateEvent.class)).containsExactly(
        new TemplateCreated("t", "top", "Legs", "twice a week",
            new PlainText("{ \"sections\": [] }"), Instant.parse("2026-01-07T10:00:00Z")),
        new TemplateTouched("t", Instant.parse("2026-01-08T10:00:00Z")),
        new TemplateDeleted("t", Instant.parse("2026-01-09T10:00:00Z")));
  }

  @Test
  void malformed_data_is_kept_as_it_is() throws Exception {
    var run = migrate("template_data", "{\"a\":");
    assertThat(run.events().only(TemplateCreated.class).data().text()).isEqualTo("{\"a\":");
    assertThat(run.flags(EntityRef.template("t"))).containsExactly(Flags.TIME_UNKNOWN);
  }

  @Test
  void where_there_is_no_data_it_is_empty_and_flagged() throws Exception {
    var run = migrate("template_data", null);
    assertThat(run.events().only(TemplateCreated.class)).isEqualTo(
        new TemplateCreated("t", "top", "", "", new PlainText("{}"), null));
    assertThat(run.flags(EntityRef.template("t"))).contains(Flags.unreadable("template_data"));
  }

  private MigrationRun migrate(@Nullable Object... columnsAndValues) throws SQLException {
    return MigrationRun.of(LegacyDatabase.loose(folder.resolve("legacy.db")).goal("top", null)
        .rowLike("session_templates", Map.of("id", "t", "root_id", "top"), columnsAndValues));
  }
}
