package org.fractalgoals.migration.export;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;

import org.fractalgoals.domain.activity.ActivityEvent;
import org.fractalgoals.domain.activitygroup.GroupEvent;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.goal.GoalEvent;
import org.fractalgoals.domain.note.NoteEvent;
import org.fractalgoals.domain.program.BlockEvent;
import org.fractalgoals.domain.program.DayEvent;
import org.fractalgoals.domain.program.ProgramEvent;
import org.fractalgoals.domain.session.InstanceEvent;
import org.fractalgoals.domain.session.SessionEvent;
import org.fractalgoals.domain.template.TemplateEvent;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.output.NewDatabase;
import org.fractalgoals.migration.output.NewestSchema;
import org.fractalgoals.migration.output.Script;

/**
 * Writes what there is today as a file of the legacy application, so that it can be started again. Left out is what its
 * tables cannot say: deadlines and targets of sessions, the history, and - because it overlooks their deletion - whatever
 * is deleted but sessions and notes, with what stands below. Placeholders are left out; what refers to them still does, as
 * in the file they came from.
 */
public final class LegacyExport {

  private final GoalRows goals;
  private final SessionRows sessions;
  private final InstanceRows instances;
  private final ActivityRows activities;
  private final GroupRows groups;
  private final TemplateRows templates;
  private final ProgramRows programs;
  private final PlanRows plans;
  private final NoteRows notes;

  private LegacyExport(ExportedRows rows) {
    this.goals = new GoalRows(rows);
    this.sessions = new SessionRows(rows);
    this.instances = new InstanceRows(rows);
    this.activities = new ActivityRows(rows);
    this.groups = new GroupRows(rows);
    this.templates = new TemplateRows(rows);
    this.programs = new ProgramRows(rows);
    this.plans = new PlanRows(rows);
    this.notes = new NoteRows(rows);
  }

  /**
   * Writes the file.
   *
   * @param events all events of the store in the order of their positions
   * @param zone that of the store, in which local times of legacy files are read
   * @param withDeleted whether deleted things stay, marked as such; programs, their blocks and days cannot be marked and
   *     are left out all the same
   * @param out must not be there; its folder must
   * @return how many goals and sessions were written
   * @throws org.fractalgoals.migration.source.MigrationFailed if the file is there or cannot be written
   */
  public static Exported write(Iterable<RecordedEvent> events, ZoneId zone, boolean withDeleted,
      Path out) {
    return NewDatabase.make(out, connection -> fill(connection, events, zone, withDeleted));
  }

  /**
   * What an exported file holds.
   *
   * @param goals how many goals
   * @param sessions how many sessions, deleted ones included
   */
  public record Exported(long goals, long sessions) {}

  private static Exported fill(Connection connection, Iterable<RecordedEvent> events, ZoneId zone,
      boolean withDeleted) throws SQLException {
    connection.setAutoCommit(false);
    NewestSchema.createTables(connection);
    Script.run(connection, LegacyExport.class, "working-tables.sql");
    try (var rows = new ExportedRows(connection, new ClockRules(zone))) {
      var export = new LegacyExport(rows);
      for (var event : events) {
        export.apply(event);
      }
    }
    if (!withDeleted) {
      Script.run(connection, LegacyExport.class, "leave-out-deleted.sql");
    }
    Script.run(connection, LegacyExport.class, "finish.sql");
    NewestSchema.createIndexes(connection);
    connection.commit();
    return new Exported(count(connection, "SELECT count(*) FROM goals"),
        count(connection, "SELECT count(*) FROM sessions"));
  }

  private void apply(RecordedEvent event) throws SQLException {
    switch (event.payload()) {
      case GoalEvent goal -> goals.apply(event, goal);
      case InstanceEvent instance -> instances.apply(event, instance);
      case SessionEvent.OwnEvent session -> sessions.apply(event, session);
      case ActivityEvent activity -> activities.apply(event, activity);
      case GroupEvent group -> groups.apply(event, group);
      case TemplateEvent template -> templates.apply(event, template);
      case ProgramEvent.OwnEvent program -> programs.apply(event, program);
      case BlockEvent block -> plans.apply(block);
      case DayEvent day -> plans.apply(day);
      case NoteEvent note -> notes.apply(event, note);
      default -> {
        // imports and placeholders have no rows of their own
      }
    }
  }

  private static long count(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      return found.getLong(1);
    }
  }
}
