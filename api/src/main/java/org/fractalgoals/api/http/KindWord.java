package org.fractalgoals.api.http;

import org.fractalgoals.domain.entity.Kind;

/** What a kind of things is called in paths. */
public final class KindWord {

  private KindWord() {}

  /**
   * The kind, by its code or by the word that stands for things of the kind in other paths.
   *
   * @throws HttpProblem 404 if there is no such kind
   */
  public static Kind kind(String word) {
    return switch (word) {
      case "goals" -> Kind.GOAL;
      case "sessions" -> Kind.SESSION;
      case "activities" -> Kind.ACTIVITY;
      case "activity-groups" -> Kind.GROUP;
      case "session-templates" -> Kind.TEMPLATE;
      case "programs" -> Kind.PROGRAM;
      case "notes" -> Kind.NOTE;
      default -> Kind.withCode(word)
          .orElseThrow(() -> HttpProblem
              .notFound("There is no kind of things called \"%s\".".formatted(word)));
    };
  }
}
