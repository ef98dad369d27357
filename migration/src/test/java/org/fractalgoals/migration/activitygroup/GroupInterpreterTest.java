package org.fractalgoals.migration.activitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

import org.fractalgoals.domain.activitygroup.GroupEvent;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupTouched;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupInterpreterTest {

  @TempDir Path folder;

  @Test
  void each_column_is_told() throws Exception {
    var run = migrate("name", "Strength", "description", "heavy", "sort_order", 3, "created_at",
        "2026-01-07 10:00:00.000000", "updated_at", "2026-01-08 10:00:00.000000", "deleted_at",
        "2026-01-09 10:00:00.000000");
    assertThat(run.events().payloads(GroupEvent.class)).containsExactly(
        new GroupCreated("g", "top", "Strength", "heavy", 3, Instant.parse("2026-01-07T10:00:00Z")),
        new GroupTouched("g", Instant.parse("2026-01-08T10:00:00Z")),
        new GroupDeleted("g", Instant.parse("2026-01-09T10:00:00Z")));
  }

  @Test
  void what_a_row_leaves_out_is_empty() throws Exception {
    var run = migrate();
    assertThat(run.events().only(GroupCreated.class))
        .isEqualTo(new GroupCreated("g", "top", "", "", 0, null));
    assertThat(run.flags(EntityRef.group("g"))).containsExactly(Flags.TIME_UNKNOWN);
  }

  @Test
  void a_deletion_whose_time_cannot_be_read_is_one_all_the_same() throws Exception {
    var run = migrate("deleted_at", "yesterday");
    assertThat(run.events().only(GroupDeleted.class)).isEqualTo(new GroupDeleted("g", null));
  }

  private MigrationRun migrate(@Nullable Object... columnsAndValues) throws SQLException {
    return MigrationRun.of(LegacyDatabase.loose(folder.resolve("legacy.db")).goal("top", null)
        .rowLike("activity_groups", Map.of("id", "g", "root_id", "top"), columnsAndValues));
  }
}
