package org.fractalgoals.api.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

import org.fractalgoals.api.http.StoredJson;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.fact.PlannedTemplate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.util.RawValue;

/** Writes the values of fields as JSON: times as all of the API writes them, free JSON as it is stored. */
public final class FieldValues {

  private final WallClockText clock;

  public FieldValues(WallClockText clock) {
    this.clock = clock;
  }

  /** Null for none. */
  public @Nullable Object json(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant moment -> clock.of(moment);
      case LocalDate day -> WallClockText.ofDay(day);
      case LocalDateTime digits -> WallClockText.ofDigits(digits);
      case JsonText json -> json(json.text());
      case EntityRef thing -> Map.of("kind", thing.kind().code(), "id", thing.id());
      case PlannedTemplate plan -> plan(plan);
      default -> value;
    };
  }

  private static Map<String, @Nullable Object> plan(PlannedTemplate plan) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("template_id", plan.templateId());
    json.put("completed", plan.completed());
    return json;
  }

  /** Imported texts may be no JSON. */
  private static Object json(String text) {
    try (var parser = StoredJson.parser(text)) {
      if (parser.nextToken() == null) {
        return text;
      }
      parser.skipChildren();
      return parser.nextToken() == null ? new RawValue(text) : text;
    } catch (JacksonException notJson) {
      return text;
    }
  }
}
