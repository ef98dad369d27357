package org.fractalgoals.domain.entity;

import java.util.Optional;

/**
 * What a thing is called everywhere: its kind and its opaque id. Ids are unique per kind over all fractals.
 *
 * @param kind the kind of the thing
 * @param id chosen by the caller or made as a UUIDv7; never empty
 */
public record EntityRef(Kind kind, String id) {

  public static EntityRef goal(String id) {
    return new EntityRef(Kind.GOAL, id);
  }

  public static EntityRef session(String id) {
    return new EntityRef(Kind.SESSION, id);
  }

  public static EntityRef instance(String id) {
    return new EntityRef(Kind.INSTANCE, id);
  }

  public static EntityRef activity(String id) {
    return new EntityRef(Kind.ACTIVITY, id);
  }

  public static EntityRef metric(String id) {
    return new EntityRef(Kind.METRIC, id);
  }

  public static EntityRef split(String id) {
    return new EntityRef(Kind.SPLIT, id);
  }

  public static EntityRef group(String id) {
    return new EntityRef(Kind.GROUP, id);
  }

  public static EntityRef template(String id) {
    return new EntityRef(Kind.TEMPLATE, id);
  }

  public static EntityRef note(String id) {
    return new EntityRef(Kind.NOTE, id);
  }

  public static EntityRef program(String id) {
    return new EntityRef(Kind.PROGRAM, id);
  }

  public static EntityRef block(String id) {
    return new EntityRef(Kind.BLOCK, id);
  }

  public static EntityRef day(String id) {
    return new EntityRef(Kind.DAY, id);
  }

  /** The thing that is called {@code kind/id}; empty if the text is nothing of the kind. An id may have slashes, too. */
  public static Optional<EntityRef> read(String text) {
    int slash = text.indexOf('/');
    return slash <= 0 || slash + 1 == text.length()
        ? Optional.empty()
        : Kind.withCode(text.substring(0, slash))
            .map(kind -> new EntityRef(kind, text.substring(slash + 1)));
  }

  /** {@code goal/0197…}: also the name of the stream where the thing has one of its own. */
  @Override
  public String toString() {
    return kind.code() + "/" + id;
  }
}
