package org.fractalgoals.api.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.fractalgoals.projections.session.InstanceRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/**
 * The free JSON of a session as it is stored, character by character, except that each section that lists instances
 * shows them. Written piece by piece: sections may list the same large instance often.
 */
@JsonSerialize(using = SessionData.Writer.class)
final class SessionData {

  private static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final String stored;
  private final List<SectionScan.Gap> gaps;
  private final Map<String, InstanceRow> instances;
  private final Map<String, String> exercises = new HashMap<>();

  private SessionData(String stored, List<SectionScan.Gap> gaps, List<InstanceRow> instances) {
    this.stored = stored;
    this.gaps = gaps;
    this.instances = new HashMap<>();
    instances.forEach(instance -> this.instances.put(instance.id(), instance));
  }

  /**
   * @param stored null for none
   * @param instances those of the session
   * @return null if there is nothing that could be shown: nothing stored, or an imported text that is not JSON
   */
  static @Nullable SessionData of(@Nullable String stored, List<InstanceRow> instances) {
    return stored == null
        ? null
        : SectionScan.gaps(stored).map(gaps -> new SessionData(stored, gaps, instances))
            .orElse(null);
  }

  private void write(JsonGenerator json) {
    int written = 0;
    json.writeRawValue("");
    for (var gap : gaps) {
      json.writeRaw(stored, written, gap.from() - written);
      if (gap.isInsertion()) {
        json.writeRaw(",\"exercises\":");
      }
      writeExercises(gap.ids(), json);
      written = gap.to();
    }
    json.writeRaw(stored, written, stored.length() - written);
  }

  private void writeExercises(List<String> ids, JsonGenerator json) {
    var separator = "[";
    for (var id : ids) {
      var instance = instances.get(id);
      if (instance != null) {
        json.writeRaw(separator);
        json.writeRaw(exercises.computeIfAbsent(id,
            unwritten -> JSON.writeValueAsString(Exercise.of(instance))));
        separator = ",";
      }
    }
    json.writeRaw(separator.equals("[") ? "[]" : "]");
  }

  /** Writes the pieces. */
  static final class Writer extends ValueSerializer<SessionData> {

    @Override
    public void serialize(SessionData data, JsonGenerator json, SerializationContext context) {
      data.write(json);
    }
  }
}
