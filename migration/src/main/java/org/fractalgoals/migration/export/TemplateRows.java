package org.fractalgoals.migration.export;

import java.sql.SQLException;

import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.template.TemplateEvent;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDataChanged;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDeleted;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDescribed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRenamed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRestored;
import org.fractalgoals.domain.template.TemplateEvent.TemplateTouched;

/** Writes {@code session_templates}. */
final class TemplateRows {

  private final ExportedTable templates;

  TemplateRows(ExportedRows rows) {
    this.templates = new ExportedTable(rows, "session_templates");
  }

  void apply(RecordedEvent event, TemplateEvent template) throws SQLException {
    var id = template.templateId();
    switch (template) {
      case TemplateCreated created -> templates.insert(
          "id, root_id, name, description, template_data, created_at, updated_at", id,
          created.rootId(), created.name(), created.description(), created.data(), event.time(),
          event.time());
      case TemplateRenamed renamed -> templates.set(event, id, "name", renamed.name());
      case TemplateDescribed described ->
        templates.set(event, id, "description", described.description());
      case TemplateDataChanged changed ->
        templates.set(event, id, "template_data", changed.data());
      case TemplateDeleted deleted -> templates.delete(event, id);
      case TemplateRestored restored -> templates.restore(event, id);
      case TemplateTouched touched -> templates.touch(event, id);
    }
  }
}
