package org.fractalgoals.api.program;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.fractalgoals.api.http.StoredJson;
import org.fractalgoals.projections.program.PlannedRow;
import org.jspecify.annotations.Nullable;

/**
 * A planned session as the API shows it.
 *
 * @param completionData a JSON object
 */
public record PlannedView(String id, String dayId, @Nullable String sessionTemplateId,
    String templateName, @JsonProperty("is_completed") boolean isCompleted,
    @JsonRawValue String completionData) {

  static PlannedView of(PlannedRow row) {
    return new PlannedView(row.id(), row.dayId(), row.templateId(),
        Objects.requireNonNullElse(row.templateName(), "Unknown"), row.completed(),
        StoredJson.object(row.completionData()));
  }
}
