package org.fractalgoals.api.template;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.fractalgoals.projections.template.TemplateRow;

/**
 * A template as the API shows it.
 *
 * @param templateData a JSON object
 */
public record TemplateView(String id, String name, String description,
    @JsonRawValue String templateData) {

  public static TemplateView of(TemplateRow row) {
    return new TemplateView(row.id(), row.name(), row.description(),
        TemplateData.shown(row.data()));
  }
}
