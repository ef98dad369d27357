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
import org.fractalgoals.projections.engine.RowWriter;
import org.fractalgoals.projections.engine.Statements;

/** Keeps the table {@code session_templates}. */
public final class TemplateProjector implements Projector {

  @Override
  public String name() {
    return "templates";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void apply(RecordedEvent event, Statements statements) throws SQLException {
    if (event.payload() instanceof TemplateEvent templateEvent) {
      apply(templateEvent, new RowWriter(event, statements, TemplateSql.IS_KNOWN));
    }
  }

  private static void apply(TemplateEvent event, RowWriter rows) throws SQLException {
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

  private static void on(TemplateCreated created, RowWriter rows) throws SQLException {
    var event = rows.event();
    rows.statements().update(TemplateSql.CREATE, created.templateId(), event.sequence(),
        event.time(), created.rootId(), created.name(), created.description(),
        created.data().text(), Imported.breaksRule(event.flags()));
  }

  private static void on(TemplateRenamed renamed, RowWriter rows) throws SQLException {
    rows.change(TemplateSql.RENAME, renamed.template(), renamed.name(),
        Imported.breaksRule(rows.event().flags()));
  }

  private static void on(TemplateDescribed described, RowWriter rows) throws SQLException {
    rows.change(TemplateSql.DESCRIBE, described.template(), described.description());
  }

  private static void on(TemplateDataChanged changed, RowWriter rows) throws SQLException {
    rows.change(TemplateSql.CHANGE_DATA, changed.template(), changed.data().text());
  }

  private static void on(TemplateDeleted deleted, RowWriter rows) throws SQLException {
    rows.delete(TemplateSql.DELETE, deleted.template());
  }

  private static void on(TemplateRestored restored, RowWriter rows) throws SQLException {
    rows.change(TemplateSql.RESTORE, restored.template());
  }

  private static void on(TemplateTouched touched, RowWriter rows) throws SQLException {
    rows.change(TemplateSql.TOUCH, touched.template());
  }
}
