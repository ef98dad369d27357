package org.fractalgoals.api.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;

/** What people call a thing on the command line: {@code kind/id}, or its bare id where only one kind has it. */
final class NamedThing {

  private NamedThing() {}

  /** All that the text may mean; ids from elsewhere may have a slash, too. */
  static List<Entity> meantBy(String text, Entities entities) {
    var exact = EntityRef.read(text).flatMap(entities::find);
    return exact.isPresent()
        ? List.of(exact.get())
        : Arrays.stream(Kind.values()).map(kind -> new EntityRef(kind, text))
            .map(entities::find).flatMap(Optional::stream).toList();
  }
}
