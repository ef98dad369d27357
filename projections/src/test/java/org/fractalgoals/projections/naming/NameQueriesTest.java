package org.fractalgoals.projections.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.ActivityFacts.group;
import static org.fractalgoals.projections.fixture.ActivityFacts.metric;
import static org.fractalgoals.projections.fixture.ActivityFacts.split;
import static org.fractalgoals.projections.fixture.ActivityFacts.template;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.NoteFacts.note;
import static org.fractalgoals.projections.fixture.ProgramFacts.block;
import static org.fractalgoals.projections.fixture.ProgramFacts.day;
import static org.fractalgoals.projections.fixture.ProgramFacts.program;
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.session;

import java.nio.file.Path;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.projections.fixture.Projected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameQueriesTest {

  @TempDir Path directory;

  @Test
  void things_of_every_kind_but_notes_have_names_deleted_ones_too() throws Exception {
    try (var projected = new Projected(directory)) {
      projected.when("r", "made", fractal("r"), goal("g", "r", "r"), session("s", "r", "g"),
          group("u", "r", "Group"), template("t", "r", "Template"), activity("a", "r"),
          metric("m", "a"), split("p", "a"), instance("i", "s", "a"),
          note("n", "r", EntityRef.goal("g")), program("o", "r", "g"), block("o", "b", "g"),
          day("o", "b", "d")).when("r", "gone", deleted("g"));
      var names = new NameQueries(projected.readers());

      for (var kind : Kind.values()) {
        var id = switch (kind) {
          case GOAL -> "g";
          case SESSION -> "s";
          case INSTANCE -> "i";
          case ACTIVITY -> "a";
          case METRIC -> "m";
          case SPLIT -> "p";
          case GROUP -> "u";
          case TEMPLATE -> "t";
          case PROGRAM -> "o";
          case BLOCK -> "b";
          case DAY -> "d";
          case NOTE -> "n";
        };
        assertThat(names.name(new EntityRef(kind, id)).isPresent()).as(kind.code())
            .isEqualTo(kind != Kind.NOTE);
      }
      assertThat(names.name(EntityRef.instance("i")))
          .isEqualTo(names.name(EntityRef.activity("a")));
      assertThat(names.name(EntityRef.goal("nothing"))).isEmpty();
    }
  }
}
