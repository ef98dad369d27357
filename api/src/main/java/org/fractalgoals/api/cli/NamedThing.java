package org.fractalgoals.api.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What people call a thing on the command line: {@code kind/id}, or its bare id where only one kind has it. */
final class NamedThing {

  private NamedThing() {}

  /**
   * The one thing that the text means.
   *
   * @param counts whether a thing is one that may be meant
   * @param hint what to say besides where it is none, with what leads over to it
   * @throws CommandFailed if there is none
   * @throws ParameterException if there are several
   */
  static Entity only(String text, Entities entities, Predicate<Entity> counts, String hint,
      CommandSpec command) {
    var meant = meantBy(text, entities).stream().filter(counts).toList();
    return switch (meant.size()) {
      case 1 -> meant.getFirst();
      case 0 -> throw new CommandFailed(
          "There never was anything \"%s\"%s.".formatted(text, hint));
      default -> throw new ParameterException(command.commandLine(),
          "\"%s\" may mean %s: say which".formatted(text, meant.stream()
              .map(candidate -> candidate.ref().toString())
              .collect(Collectors.joining(" or "))));
    };
  }

  /** All that the text may mean; ids from elsewhere may have a slash, too. */
  private static List<Entity> meantBy(String text, Entities entities) {
    var exact = EntityRef.read(text).flatMap(entities::find);
    return exact.isPresent()
        ? List.of(exact.get())
        : Arrays.stream(Kind.values()).map(kind -> new EntityRef(kind, text))
            .map(entities::find).flatMap(Optional::stream).toList();
  }
}
