package org.fractalgoals.api.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

import org.fractalgoals.eventstore.EventMention;
import org.jspecify.annotations.Nullable;

/**
 * A difference that a check found.
 *
 * @param where what it is about, from the large to the small: names and values
 * @param expected what there must be
 * @param found what there is
 * @param lastEvent the last event that concerns it; null if none is known to
 */
record Finding(SequencedMap<String, String> where, String expected, String found,
    @Nullable EventMention lastEvent) {

  private static final String NOTHING = "nothing";

  Finding {
    where = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(where));
  }

  /** With nothing where something is null. */
  static Finding of(SequencedMap<String, String> where, @Nullable String expected,
      @Nullable String found, @Nullable EventMention lastEvent) {
    return new Finding(where, expected == null ? NOTHING : expected,
        found == null ? NOTHING : found, lastEvent);
  }

  /** Without what is null. */
  static SequencedMap<String, String> where(String name, String value, @Nullable String... more) {
    var where = new LinkedHashMap<String, String>();
    where.put(name, value);
    for (int index = 0; index < more.length; index += 2) {
      var part = more[index + 1];
      if (part != null) {
        where.put(String.valueOf(more[index]), part);
      }
    }
    return where;
  }

  /** One line for people. */
  String sentence() {
    return "%s: expected %s, found %s%s".formatted(String.join(", ", where.values()), expected,
        found, lastEvent == null ? "" : "; the last event about it is " + told(lastEvent));
  }

  private static String told(EventMention event) {
    return "%d (%s, %s, %s)".formatted(event.position(), event.type(), event.recordedAt(),
        event.eventId());
  }

  /** The same for programs. */
  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>(where);
    members.put("expected", expected);
    members.put("found", found);
    if (lastEvent != null) {
      var event = new LinkedHashMap<String, Object>();
      event.put("position", lastEvent.position());
      event.put("type", lastEvent.type());
      event.put("recordedAt", lastEvent.recordedAt().toString());
      event.put("id", lastEvent.eventId());
      members.put("lastEvent", event);
    }
    return members;
  }
}
