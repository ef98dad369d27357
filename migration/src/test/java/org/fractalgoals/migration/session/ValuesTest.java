package org.fractalgoals.migration.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.KeptRow;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.history.LegacyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValuesTest {

  @TempDir Path folder;
  private SessionRowsWritten rows;

  @BeforeEach
  void createFile() throws SQLException {
    rows = SessionRowsWritten.in(folder);
  }

  @Test
  void what_only_json_says_joins_what_rows_say() throws Exception {
    session("{\"metric_id\":\"m\",\"value\":\"70\"},{\"metric_id\":\"n\",\"value\":\"8.5\"},"
        + "{\"metric_id\":\"o\",\"value\":\"\"}").value("v", "i", 70.0);
    var recorded = recorded();
    assertThat(recorded).extracting(event -> event(event).metricId() + event(event).value())
        .containsExactly("m70.0", "n8.5");
    assertThat(recorded.getFirst().flags()).doesNotContain(Flags.JSON_ONLY);
    assertThat(recorded.getLast().flags()).contains(Flags.JSON_ONLY, Flags.TIME_UNKNOWN,
        Flags.refMissing("metric_definition_id"));
    assertThat(event(recorded.getLast()).valueId())
        .isEqualTo(event(recorded().getLast()).valueId());
  }

  @Test
  void where_row_and_json_differ_the_row_is_right() throws Exception {
    session("{\"metric_id\":\"m\",\"value\":\"71\"}").value("v", "i", 70.0);
    assertThat(event(recorded().getFirst()).value()).isEqualTo(70);
    assertThat(recorded().getFirst().flags()).contains(Flags.jsonRowConflict("value"));
  }

  @Test
  void where_json_has_a_value_for_each_split_the_only_value_of_the_row_is_kept_beside()
      throws Exception {
    session("{\"metric_id\":\"m\",\"split_id\":\"left\",\"value\":\"1\"},"
        + "{\"metric_id\":\"m\",\"split_id\":\"right\",\"value\":\"2\"}").value("v", "i", 2.0);
    assertThat(recorded()).extracting(event -> event(event).splitId())
        .containsExactly("left", "right");
    assertThat(interpret().kept()).extracting(KeptRow::flags)
        .containsExactly(List.of(Flags.staleCopy("value")));
  }

  @Test
  void what_is_no_number_is_left_to_the_raw_data() throws Exception {
    session("{\"metric_id\":\"n\",\"value\":\"1e400\"},{\"metric_id\":\"o\",\"value\":\"0x10\"}")
        .value("v", "i", "heavy").value("w", "i", null).value("x", "i", Double.POSITIVE_INFINITY);
    assertThat(recorded()).isEmpty();
    assertThat(interpret().kept()).hasSize(3).allSatisfy(
        kept -> assertThat(kept.flags()).containsExactly(Flags.unreadable("value")));
    assertThat(interpret().events()).filteredOn(event -> event.event() instanceof InstanceAdded)
        .allSatisfy(event -> assertThat(event.flags()).contains(Flags.unreadable("metrics")));
  }

  @Test
  void a_value_below_zero_is_kept_and_flagged() throws Exception {
    session("").value("v", "i", -1.5);
    assertThat(event(recorded().getFirst()).value()).isEqualTo(-1.5);
    assertThat(recorded().getFirst().flags()).contains(Flags.checkViolated("value"));
  }

  @Test
  void a_value_without_an_id_or_with_one_that_is_taken_is_left_to_the_sweep() throws Exception {
    session("").value(null, "i", 1.0).value("", "i", 2.0).value("v", "i", 3.0)
        .value("v", "i", 4.0).instance("j", "s").value("v", "j", 5.0);
    assertThat(recorded()).extracting(event -> event(event).value()).containsExactly(3.0);
    assertThat(interpret().kept()).isEmpty();
  }

  @Test
  void a_value_that_was_changed_later_is_recorded_again() throws Exception {
    session("").value("v", "i", 3.0, "created_at", "2026-01-07 11:00:00.000000", "updated_at",
        "2026-01-07 12:00:00.000000");
    assertThat(recorded()).extracting(LegacyEvent::effectiveAt).containsExactly(
        Instant.parse("2026-01-07T11:00:00Z"), Instant.parse("2026-01-07T12:00:00Z"));
    assertThat(recorded()).filteredOn(event -> event.row() != null).hasSize(1);
  }

  @Test
  void values_of_an_instance_that_only_json_knows_belong_to_it() throws Exception {
    rows.session("s", "attributes", "{\"sections\":[{\"exercises\":["
        + "{\"instance_id\":\"i\",\"activity_id\":\"a\"},{\"instance_id\":\"e\","
        + "\"activity_id\":\"a\",\"sets\":[{\"instance_id\":\"set\",\"metrics\":["
        + "{\"metric_id\":\"m\",\"value\":2}]}]}]}]}")
        .value("v", "i", 1.0).value("w", "set", 2.0);
    assertThat(recorded()).hasSize(1);
    assertThat(interpret().kept()).extracting(KeptRow::flags)
        .containsExactly(List.of(Flags.TWIN_OF_SET));
  }

  private SessionRowsWritten session(String metrics) throws SQLException {
    return rows.session("s", "attributes",
        "{\"sections\":[{\"exercises\":[{\"instance_id\":\"i\",\"metrics\":[%s]}]}]}"
            .formatted(metrics))
        .instance("i", "s");
  }

  private LegacyUnit interpret() {
    try (var file = rows.open()) {
      return file.session("s");
    }
  }

  private List<LegacyEvent> recorded() {
    return interpret().events().stream()
        .filter(event -> event.event() instanceof MetricRecorded).toList();
  }

  private static MetricRecorded event(LegacyEvent event) {
    return (MetricRecorded) event.event();
  }
}
