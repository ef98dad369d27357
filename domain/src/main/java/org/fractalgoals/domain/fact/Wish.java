package org.fractalgoals.domain.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * A field that is to have another value.
 *
 * @param stream whose stream the thing is in
 * @param key the field
 * @param wanted what is to be true in the end, of other fields too
 * @param at when it changed; null if that is not known
 */
public record Wish(EntityRef stream, FieldKey key, Facts wanted, @Nullable Instant at) {

  String streamId() {
    return stream.id();
  }

  /** Id of the thing. */
  String id() {
    return key.thing().id();
  }

  Optional<Object> value() {
    return wanted.value(key);
  }

  String text() {
    return (String) value().orElseThrow();
  }

  long number() {
    return (Long) value().orElseThrow();
  }

  boolean isTrue() {
    return isTrue(key.field());
  }

  /** Whether another field of the thing is to be true. */
  boolean isTrue(String field) {
    return wanted.value(new FieldKey(key.thing(), field)).filter(Boolean.TRUE::equals).isPresent();
  }

  Optional<JsonText> json() {
    return value().map(JsonText.class::cast);
  }

  List<String> ids() {
    return ((List<?>) value().orElse(List.of())).stream().map(String.class::cast).toList();
  }

  /** The value; null for none. */
  <T> @Nullable T as(Class<T> type) {
    return of(key.field(), type);
  }

  /** The value of another field of the thing; null for none. */
  <T> @Nullable T of(String field, Class<T> type) {
    return wanted.value(new FieldKey(key.thing(), field)).map(type::cast).orElse(null);
  }
}
