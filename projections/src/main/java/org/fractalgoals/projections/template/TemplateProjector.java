package org.fractalgoals.projections.template;

import java.sql.SQLException;

import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.template.TemplateEvent;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDataChanged;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDeleted;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDescribed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRenamed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRestored;
import org.fractalgoals.domain.template.TemplateEvent.TemplateTouched;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.Statements;

/** Keeps the table {@code session_templates}. */
public final class TemplateProjector implements Projector {

  @Override
  public String name() {
    return "templates";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(RecordedEvent event, Statements rows) throws SQLException {
    if (event.payload() instanceof TemplateEvent templateEvent) {
      apply(templateEvent, new TemplateRows(event, rows));
    }
  }

  private static void apply(TemplateEvent event, TemplateRows rows) throws SQLException {
    switch (event) {
      case TemplateCreated created -> on(created, rows);
      case TemplateRenamed renamed -> on(renamed, rows);
      case TemplateDescribed described -> on(described, rows);
      case TemplateDataChanged changed -> on(changed, rows);
      case TemplateDeleted deleted -> on(deleted, rows);
      case TemplateRestored restored -> on(restored, rows);
      case TemplateTouched touched -> on(touched, rows);
    }
  }

  private static void on(TemplateCreated created, TemplateRows rows) throws SQLException {
    var event = rows.event();
    rows.statements().update(TemplateSql.CREATE, created.templateId(), event.sequence(),
        event.time(), created.rootId(), created.name(), created.description(),
        created.data().text(), Imported.breaksRule(event.flags()));
  }

  private static void on(TemplateRenamed renamed, TemplateRows rows) throws SQLException {
    rows.change(TemplateSql.RENAME, renamed.templateId(), renamed.name(),
        Imported.breaksRule(rows.event().flags()));
  }

  private static void on(TemplateDescribed described, TemplateRows rows) throws SQLException {
    rows.change(TemplateSql.DESCRIBE, described.templateId(), described.description());
  }

  private static void on(TemplateDataChanged changed, TemplateRows rows) throws SQLException {
    rows.change(TemplateSql.CHANGE_DATA, changed.templateId(), changed.data().text());
  }

  private static void on(TemplateDeleted deleted, TemplateRows rows) throws SQLException {
    var event = rows.event();
    rows.change(TemplateSql.DELETE, deleted.templateId(), event.time(), event.actionId(),
        event.position());
  }

  private static void on(TemplateRestored restored, TemplateRows rows) throws SQLException {
    rows.change(TemplateSql.RESTORE, restored.templateId());
  }

  private static void on(TemplateTouched touched, TemplateRows rows) throws SQLException {
    rows.change(TemplateSql.TOUCH, touched.templateId());
  }
}
