package org.fractalgoals.migration.session;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.legacy.CellValue;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * The free JSON of a session. Two columns may hold it: the first that has sections counts, or else the first that holds
 * anything.
 *
 * @param text character by character; null if there is none
 * @param json what it says
 * @param flags how it was found
 */
record SessionData(@Nullable String text, SessionJson json, List<String> flags) {

  private static final SessionData NONE = new SessionData(null, SessionJson.NOTHING, List.of());

  SessionData {
    flags = List.copyOf(flags);
  }

  /** Looks into the row of the session; there is nothing if there is no row. */
  static SessionData of(@Nullable LegacyRow row, Function<String, JsonText> json) {
    if (row == null) {
      return NONE;
    }
    var found = Stream.of("attributes", "session_data")
        .filter(column -> !(row.value(column) instanceof CellValue.Blob)).map(row::text)
        .filter(Objects::nonNull).distinct().map(SessionData::read).toList();
    var filled = found.stream().filter(data -> data.json().hasSections()).toList();
    if (filled.isEmpty()) {
      return found.isEmpty() ? NONE : found.getFirst();
    }
    var texts = filled.stream().map(SessionData::text).filter(Objects::nonNull).map(json).toList();
    return texts.getFirst().means(texts.getLast())
        ? filled.getFirst()
        : filled.getFirst().withStaleCopy();
  }

  private static SessionData read(String text) {
    return SessionJson.read(text)
        .map(json -> new SessionData(text, json, json.isComplete()
            ? List.of()
            : List.of(Flags.unreadable("exercises"))))
        .orElseGet(() -> new SessionData(text, SessionJson.NOTHING,
            List.of(Flags.unreadable("session_data"))));
  }

  private SessionData withStaleCopy() {
    return new SessionData(text, json,
        Stream.concat(flags.stream(), Stream.of(Flags.staleCopy("session_data"))).toList());
  }
}
