package org.fractalgoals.projections.program;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.fractalgoals.projections.engine.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Questions about programs. Only what lives in a visible fractal is answered, of blocks and days only what was not removed,
 * of goals and the names of templates only what is visible. Each takes the same few statements, however much there is.
 */
public final class ProgramQueries {

  private final JdbcClient jdbc;
  private final TransactionTemplate atOneMoment;

  public ProgramQueries(DataSource readers) {
    this.jdbc = JdbcClient.create(readers);
    this.atOneMoment = new TransactionTemplate(new JdbcTransactionManager(readers));
  }

  /** The programs of a fractal in the order of their creation. */
  public List<ProgramRow> programs(String rootId) {
    return atOneMoment.execute(transaction -> complete(jdbc.sql("""
      SELECT program.*
      FROM goals AS root CROSS JOIN programs AS program ON program.root_id = root.id
      WHERE root.id = :root AND root.visible AND program.deleted_at IS NULL
        AND NOT program.placeholder
      ORDER BY program.created_at, program.id
      """).param("root", rootId).query(ProgramQueries::program).list(), ProgramParts.OF_FRACTAL,
        rootId));
  }

  /** One program. */
  public Optional<ProgramRow> program(String rootId, String programId) {
    return atOneMoment.execute(transaction -> complete(jdbc.sql("""
      SELECT program.*
      FROM programs AS program CROSS JOIN goals AS root ON root.id = program.root_id
      WHERE program.id = :program AND program.root_id = :root AND program.deleted_at IS NULL
        AND NOT program.placeholder AND root.visible
      """).param("program", programId).param("root", rootId).query(ProgramQueries::program)
        .list(), ProgramParts.OF_PROGRAM, programId)).stream().findFirst();
  }

  private record GoalLink(String kind, String ownerId, String goalId) {}

  private List<ProgramRow> complete(List<ProgramRow> programs, ProgramParts parts, String scope) {
    var links = jdbc.sql(parts.goals()).param("scope", scope)
        .query((row, number) -> new GoalLink(row.getString("kind"), row.getString("id"),
            row.getString("goal_id")))
        .list();
    var planned = jdbc.sql(parts.planned()).param("scope", scope).query(ProgramQueries::planned)
        .list().stream().collect(Collectors.groupingBy(PlannedRow::dayId));
    var days = jdbc.sql(parts.days()).param("scope", scope).query(ProgramQueries::day).list()
        .stream().map(day -> with(day, planned.getOrDefault(day.id(), List.of())))
        .collect(Collectors.groupingBy(DayRow::blockId));
    var goalsOfBlocks = goals(links, "block");
    var blocks = jdbc.sql(parts.blocks()).param("scope", scope).query(ProgramQueries::block)
        .list().stream().map(block -> with(block, goalsOfBlocks, days))
        .collect(Collectors.groupingBy(BlockRow::programId));
    var goalsOfPrograms = goals(links, "program");
    return programs.stream().map(program -> with(program, goalsOfPrograms, blocks)).toList();
  }

  private static Map<String, List<String>> goals(List<GoalLink> links, String kind) {
    return links.stream().filter(link -> link.kind().equals(kind)).collect(Collectors.groupingBy(
        GoalLink::ownerId, Collectors.mapping(GoalLink::goalId, Collectors.toList())));
  }

  private static ProgramRow with(ProgramRow p, Map<String, List<String>> goals,
      Map<String, List<BlockRow>> blocks) {
    return new ProgramRow(p.id(), p.rootId(), p.name(), p.description(), p.start(), p.end(),
        p.active(), goals.getOrDefault(p.id(), List.of()), p.schedule(), p.createdAt(),
        p.updatedAt(), p.version(), blocks.getOrDefault(p.id(), List.of()));
  }

  private static BlockRow with(BlockRow b, Map<String, List<String>> goals,
      Map<String, List<DayRow>> days) {
    return new BlockRow(b.id(), b.programId(), b.name(), b.start(), b.end(), b.color(),
        goals.getOrDefault(b.id(), List.of()), b.version(),
        days.getOrDefault(b.id(), List.of()));
  }

  private static DayRow with(DayRow d, List<PlannedRow> planned) {
    return new DayRow(d.id(), d.blockId(), d.date(), d.dayNumber(), d.name(), d.notes(),
        d.completed(), d.version(), planned);
  }

  private static ProgramRow program(ResultSet row, int number) throws SQLException {
    return new ProgramRow(row.getString("id"), row.getString("root_id"), row.getString("name"),
        row.getString("description"), Columns.timeOrNull(row, "start_date"),
        Columns.timeOrNull(row, "end_date"), row.getBoolean("is_active"), List.of(),
        row.getString("weekly_schedule"), Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"), row.getLong("version"), List.of());
  }

  private static BlockRow block(ResultSet row, int number) throws SQLException {
    return new BlockRow(row.getString("id"), row.getString("program_id"), row.getString("name"),
        Columns.dayOrNull(row, "start_date"), Columns.dayOrNull(row, "end_date"),
        row.getString("color"), List.of(), row.getLong("version"), List.of());
  }

  private static DayRow day(ResultSet row, int number) throws SQLException {
    return new DayRow(row.getString("id"), row.getString("block_id"),
        Columns.dayOrNull(row, "date"), Columns.longOrNull(row, "day_number"),
        row.getString("name"), row.getString("notes"), row.getBoolean("is_completed"),
        row.getLong("version"), List.of());
  }

  private static PlannedRow planned(ResultSet row, int number) throws SQLException {
    return new PlannedRow(row.getString("id"), row.getString("day_id"),
        row.getString("session_template_id"), row.getString("template_name"),
        row.getBoolean("is_completed"), row.getString("completion_data"));
  }
}
