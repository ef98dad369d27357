package org.fractalgoals.migration.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the data of a session says.
 *
 * @param hasSections whether it has a member of that name
 * @param start digits of a time
 * @param end likewise
 * @param entries the instances of all sections, in their order
 * @param isComplete whether all entries could be read
 */
record SessionJson(boolean hasSections, @Nullable String start, @Nullable String end,
    @Nullable String templateId, List<Entry> entries, boolean isComplete) {

  /** Says nothing. */
  static final SessionJson NOTHING = new SessionJson(false, null, null, null, List.of(), true);

  SessionJson {
    entries = List.copyOf(entries);
  }

  /** Empty if the text is not JSON. */
  static Optional<SessionJson> read(String text) {
    var reader = new Reader();
    return JsonReading.read(text, reader::data)
        ? Optional.of(new SessionJson(reader.hasSections, reader.start, reader.end,
            reader.templateId, reader.entries, reader.complete))
        : Optional.empty();
  }

  private static final class Reader {

    private final List<Entry> entries = new ArrayList<>();
    private boolean hasSections;
    private boolean complete = true;
    private @Nullable String start;
    private @Nullable String end;
    private @Nullable String templateId;

    void data(JsonReading json) {
      json.members(name -> {
        switch (name) {
          case "session_start" -> start = json.scalar();
          case "session_end" -> end = json.scalar();
          case "template_id" -> templateId = json.scalar();
          case "sections" -> sections(json);
          default -> {}
        }
      });
    }

    private void sections(JsonReading json) {
      hasSections = true;
      entries.clear();
      complete &= json.isList();
      json.items(() -> json.members(name -> {
        switch (name) {
          case "activity_ids" -> {
            complete &= json.isList() || json.isNull();
            json.items(() -> listed(json));
          }
          case "exercises" -> {
            complete &= json.isList() || json.isNull();
            json.items(() -> add(new Exercise.Reader(json).read()));
          }
          default -> {}
        }
      }));
    }

    private void listed(JsonReading json) {
      var id = json.scalar();
      add(id == null || id.isEmpty() ? null : new Entry(id, null));
    }

    private void add(@Nullable Entry entry) {
      if (entry == null) {
        complete = false;
      } else {
        entries.add(entry);
      }
    }
  }
}
