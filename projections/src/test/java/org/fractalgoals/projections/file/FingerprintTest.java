package org.fractalgoals.projections.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.Statements;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final Fingerprint ONE = of("ddl", "u", new Named("goals", 1));

  private static Fingerprint of(String ddl, String upcasters, Projector... projectors) {
    return Fingerprint.of(ddl, List.of(projectors), upcasters);
  }

  @Test
  void the_same_program_has_the_same_fingerprint() {
    assertThat(of("ddl", "u", new Named("goals", 1))).isEqualTo(ONE);
    assertThat(ONE.hex()).matches("[0-9a-f]{64}");
    assertThat(ONE.fileStem()).matches("read-model-[0-9a-f]{12}");
  }

  @Test
  void each_part_of_it_counts() {
    assertThat(List.of(ONE, of("ddl2", "u", new Named("goals", 1)),
        of("ddl", "u2", new Named("goals", 1)), of("ddl", "u", new Named("goals", 2)),
        of("ddl", "u", new Named("notes", 1)),
        of("ddl", "u", new Named("goals", 1), new Named("notes", 1)), of("ddl", "u")))
        .doesNotHaveDuplicates();
  }

  @Test
  void parts_do_not_run_into_each_other() {
    assertThat(of("ab", "c")).isNotEqualTo(of("a", "bc"));
  }

  private record Named(String name, int version) implements Projector {

    @Override
    public void apply(RecordedEvent event, Statements rows) {
      throw new UnsupportedOperationException("only its name and version are asked for");
    }
  }
}
