package org.fractalgoals.domain.audit;

import java.util.Set;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Source;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for: those of which all holds that is said here. Null and empty say nothing.
 *
 * @param rootId the fractal
 * @param stream the stream they belong to, such as {@code goal/0197…}
 * @param thing what they are about: a goal, or a part of a stream, such as an instance
 * @param types stable type names
 * @param actor who acted
 * @param source through which door
 * @param actionId the action they belong to
 * @param effective when they happened
 * @param recorded when they were stored
 * @param text what their payload contains, letters of either case
 */
public record AuditFilter(@Nullable String rootId, @Nullable String stream,
    @Nullable EntityRef thing, Set<String> types, @Nullable String actor, @Nullable Source source,
    @Nullable String actionId, Span effective, Span recorded, @Nullable String text) {

  /** Everything. */
  public static final AuditFilter ALL = new AuditFilter(null, null, null, Set.of(), null, null,
      null, Span.ALWAYS, Span.ALWAYS, null);

  /** What belongs to an action. */
  public static AuditFilter ofAction(String actionId) {
    return new AuditFilter(null, null, null, Set.of(), null, null, actionId, Span.ALWAYS,
        Span.ALWAYS, null);
  }

  /** What belongs to a stream and is of one of these types. */
  public static AuditFilter ofStream(String stream, Set<String> types) {
    return new AuditFilter(null, stream, null, types, null, null, null, Span.ALWAYS, Span.ALWAYS,
        null);
  }

  public AuditFilter {
    types = Set.copyOf(types);
  }

  /** The same of one fractal. */
  public AuditFilter in(String root) {
    return new AuditFilter(root, stream, thing, types, actor, source, actionId, effective,
        recorded, text);
  }

  /** Whether it can be said of an event without looking at what happened. */
  public boolean looksInside() {
    return thing != null || text != null;
  }
}
