package org.fractalgoals.migration.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The sets of an instance.
 *
 * @param text the JSON list, character by character
 * @param measured what was measured of each set that has an id, by that id; in their order
 */
record SetList(String text, Map<String, JsonMetrics> measured) {

  /**
   * What the column {@code data} of an instance holds.
   *
   * @param sets null if it names none
   * @param isUnderstood whether it says nothing else
   */
  record Data(@Nullable SetList sets, boolean isUnderstood) {}

  private static final Data NOTHING = new Data(null, true);

  /** Sets are there only if the list has at least one item. */
  boolean isFilled() {
    return !text.substring(1, text.length() - 1).isBlank();
  }

  /** The list that the reading has come to. */
  static SetList of(JsonReading json) {
    var sets = new LinkedHashMap<String, JsonMetrics>();
    var text = json.verbatim(() -> json.items(() -> {
      var metrics = new JsonMetrics();
      json.members(name -> {
        if (name.equals("instance_id")) {
          var id = json.scalar();
          sets.put(id == null ? "" : id, metrics);
        } else if (name.equals("metrics")) {
          metrics.read(json);
        }
      });
    }));
    sets.remove("");
    return new SetList(text, sets);
  }

  /** Reads the column. */
  static Data inData(@Nullable String data) {
    if (data == null) {
      return NOTHING;
    }
    var sets = new ArrayList<SetList>();
    var strange = new ArrayList<String>();
    boolean isJson = JsonReading.read(data, json -> {
      if (!json.isObject()) {
        strange.add(data);
      }
      json.members(name -> {
        if (name.equals("sets") && json.isList()) {
          sets.add(of(json));
        } else {
          strange.add(name);
        }
      });
    });
    return isJson && !sets.isEmpty()
        ? new Data(sets.getLast(), strange.isEmpty())
        : new Data(null, isJson && strange.isEmpty());
  }
}
