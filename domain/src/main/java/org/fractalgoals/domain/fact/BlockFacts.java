package org.fractalgoals.domain.fact;

import static org.fractalgoals.domain.fact.Fact.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.program.BlockEvent;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.BlockEvent.BlockBroughtBack;
import org.fractalgoals.domain.program.BlockEvent.BlockColoured;
import org.fractalgoals.domain.program.BlockEvent.BlockDatesChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalAttached;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalsChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockRemoved;
import org.fractalgoals.domain.program.BlockEvent.BlockRenamed;
import org.jspecify.annotations.Nullable;

/** The fields of a block of a program. */
final class BlockFacts {

  private static final String START = "start_date";
  private static final String END = "end_date";
  private static final String GOALS = "goal_ids";

  private BlockFacts() {}

  static List<Fact> told(BlockEvent event, Facts before) {
    var block = event.block();
    return switch (event) {
      case BlockAdded it -> List.of(fact(block, "name", it.name()), fact(block, START, it.start()),
          fact(block, END, it.end()), fact(block, "color", it.color()),
          fact(block, GOALS, it.goalIds()));
      case BlockRenamed it -> List.of(fact(block, "name", it.name()));
      case BlockDatesChanged it -> List.of(fact(block, START, it.start()),
          fact(block, END, it.end()));
      case BlockColoured it -> List.of(fact(block, "color", it.color()));
      case BlockGoalsChanged it -> List.of(fact(block, GOALS, it.goalIds()));
      case BlockGoalAttached it -> List.of(fact(block, GOALS, attached(it, before)));
      case BlockRemoved it -> List.of();
      case BlockBroughtBack it -> List.of();
    };
  }

  private static List<String> attached(BlockGoalAttached event, Facts before) {
    var goals = new Wish(event.program(), new FieldKey(event.block(), GOALS), before, null).ids();
    return Stream.concat(goals.stream(), Stream.of(event.goalId())).distinct().toList();
  }

  static @Nullable DomainEvent change(Wish wish) {
    var program = wish.streamId();
    var id = wish.id();
    var at = wish.at();
    return switch (wish.key().field()) {
      case "name" -> new BlockRenamed(program, id, wish.text(), at);
      case START, END -> new BlockDatesChanged(program, id, wish.of(START, LocalDate.class),
          wish.of(END, LocalDate.class), at);
      case "color" -> new BlockColoured(program, id, wish.as(String.class), at);
      case GOALS -> new BlockGoalsChanged(program, id, wish.ids(), at);
      default -> null;
    };
  }
}
