package org.fractalgoals.projections.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.projections.fixture.Projected;
import org.fractalgoals.projections.note.NoteRow;
import org.fractalgoals.projections.session.InstanceRow;
import org.fractalgoals.projections.trash.TrashItem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedHistoryTest {

  private static final int ACTS = 200;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void no_history_breaks_a_constraint_and_visible_is_what_a_naive_look_says(long seed)
      throws Exception {
    var generated = new GeneratedHistory(seed);
    try (var projected = new Projected(directory)) {
      int everDeleted = 0;
      for (int count = 0; count < ACTS; count++) {
        var act = generated.next();
        if (act != null) {
          projected.imported(act.rootId(), act.actionId(), act.flags(),
              act.events().toArray(DomainEvent[]::new));
          assertThat(projected.visible()).as("%s", act).isEqualTo(generated.visible());
          assertThat(instances(projected, act.rootId())).as("%s", act)
              .isEqualTo(generated.visible(act.rootId(), Kind.INSTANCE));
          assertThat(notes(projected, act.rootId())).as("%s", act)
              .isEqualTo(generated.visible(act.rootId(), Kind.NOTE));
          assertThat(trash(projected)).as("%s", act).isEqualTo(generated.trash());
          everDeleted += generated.trash().size();
        }
      }
      assertThat(everDeleted).isPositive();
      assertThat(projected.rows("PRAGMA foreign_key_check")).isEmpty();
      assertThat(projected.rows("PRAGMA integrity_check").getFirst())
          .containsValue("ok");
    }
  }

  private static List<String> instances(Projected projected, String rootId) {
    return projected.instances().ofFractal(rootId).stream().map(InstanceRow::id).sorted()
        .toList();
  }

  private static List<String> notes(Projected projected, String rootId) {
    return projected.notes().ofFractal(rootId, null, ACTS).stream().map(NoteRow::id).sorted()
        .toList();
  }

  private static Map<String, Integer> trash(Projected projected) {
    return projected.trash().trash().stream()
        .collect(Collectors.toMap(TrashItem::actionId, TrashItem::count));
  }
}
