package org.fractalgoals.domain.event;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an imported event carries beyond a live one.
 *
 * @param importId the run of the import
 * @param effectiveAt the business time asked for; the store clamps it so that it precedes neither the event before it
 *     in its stream nor the creation of what it refers to, and never lies after the moment of recording; null takes the
 *     time of the event before
 * @param flags how the legacy facts were interpreted, in the words of the migration report
 * @param sourceRow the legacy row as JSON text; null for all but the first event made from a row
 */
public record Imported(String importId, @Nullable Instant effectiveAt, List<String> flags,
    @Nullable String sourceRow) {

  /** Flag of a fact that breaks a rule and was imported as it is: {@code CHECK_VIOLATED(deadline)}. */
  public static final String CHECK_VIOLATED = "CHECK_VIOLATED";

  /** Flag of a name that another live thing in its scope has already. */
  public static final String DUPLICATE_NAME = "DUPLICATE_NAME";

  public Imported {
    flags = List.copyOf(flags);
  }

  /** Whether flags say that the fact breaks a rule. */
  public static boolean breaksRule(List<String> flags) {
    return flags.stream()
        .anyMatch(flag -> flag.startsWith(CHECK_VIOLATED) || flag.startsWith(DUPLICATE_NAME));
  }
}
