package org.fractalgoals.domain.fact;

import static org.fractalgoals.domain.fact.Fact.fact;

import java.util.List;

import org.fractalgoals.domain.activitygroup.GroupEvent;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDescribed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupReordered;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRestored;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupTouched;
import org.fractalgoals.domain.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** The fields of a group of activities. */
final class GroupFacts {

  private GroupFacts() {}

  static List<Fact> told(GroupEvent event) {
    var group = event.group();
    return switch (event) {
      case GroupCreated it -> List.of(fact(group, "name", it.name()),
          fact(group, "description", it.description()), fact(group, "sort_order", it.sortOrder()));
      case GroupRenamed it -> List.of(fact(group, "name", it.name()));
      case GroupDescribed it -> List.of(fact(group, "description", it.description()));
      case GroupReordered it -> List.of(fact(group, "sort_order", it.sortOrder()));
      case GroupTouched it -> List.of(fact(group, FieldKey.UPDATED, it.at()));
      case GroupDeleted it -> List.of();
      case GroupRestored it -> List.of();
    };
  }

  static @Nullable DomainEvent change(Wish wish) {
    return switch (wish.key().field()) {
      case "name" -> new GroupRenamed(wish.id(), wish.text(), wish.at());
      case "description" -> new GroupDescribed(wish.id(), wish.text(), wish.at());
      case "sort_order" -> new GroupReordered(wish.id(), wish.number(), wish.at());
      default -> null;
    };
  }
}
