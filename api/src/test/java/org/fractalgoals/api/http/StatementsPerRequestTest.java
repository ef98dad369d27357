package org.fractalgoals.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.http.EveryRoute.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What requests ask of the two databases, whichever classes they pass through. */
class StatementsPerRequestTest {

  private static final Pattern OF_STORE = Pattern
      .compile("(?:FROM|JOIN|INTO|UPDATE)\\s+(?:entity|events|snapshot|store)\\b");
  private static final Pattern QUESTION = Pattern.compile("(?:SELECT|WITH)\\b.*", Pattern.DOTALL);
  private static final Pattern CHANGE = Pattern.compile("\\b(?:INSERT|UPDATE|DELETE)\\b");
  private static final Pattern SCAN = Pattern.compile("SCAN (\\w+)(?: USING .*INDEX (\\w+))?.*");

  /** A walk from the end that stops at the first row. */
  private static final Pattern LAST = Pattern.compile("ORDER BY position DESC\\s+LIMIT 1$");

  /** Tables of one row. */
  private static final Set<String> SMALL = Set.of("store", "projection");

  private final RunningServer server = new RunningServer();

  @BeforeEach
  void start() throws Exception {
    server.open();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  /** The event store keeps its statements prepared: those of the read model are counted. */
  private Map<Request, Long> counts(Stream<Request> requests) {
    var counts = new LinkedHashMap<Request, Long>();
    requests.forEach(request -> {
      try (var log = DriverLog.listen()) {
        request.sendTo(server).ok(request.method().equals("POST")
            && request.path().endsWith("/targets") ? 201 : 200);
        counts.put(request, log.statements().stream()
            .filter(sql -> QUESTION.matcher(sql).matches())
            .filter(sql -> !CHANGE.matcher(sql).find() && !OF_STORE.matcher(sql).find()).count());
      }
    });
    return counts;
  }

  private Map<Request, Long> counts(EveryRoute routes) {
    return counts(Stream.of(routes.reads(), routes.changes()).flatMap(List::stream));
  }

  @Test
  void the_number_of_statements_does_not_depend_on_the_number_of_rows() {
    var routes = EveryRoute.on(server);
    routes.add("0");
    var few = counts(routes);
    for (int number = 1; number < 12; number++) {
      routes.add(Integer.toString(number));
    }

    assertThat(counts(routes)).isEqualTo(few);
    assertThat(few.values()).allMatch(count -> count <= 11);
    assertThat(few.values().stream().filter(count -> count > 0)).hasSizeGreaterThan(30);
  }

  @Test
  void no_request_reads_a_whole_table_of_the_read_model_or_of_the_event_store() throws Exception {
    var seen = new LinkedHashSet<String>();
    try (var log = DriverLog.listen()) {
      var routes = EveryRoute.on(server);
      routes.add("0");
      Stream.of(routes.reads(), routes.changes(), routes.upheavals()).flatMap(List::stream)
          .forEach(request -> assertThat(request.sendTo(server).status()).as(request.toString())
              .isBetween(200, 201));
      seen.addAll(log.statements());
    }
    seen.removeIf(sql -> !QUESTION.matcher(sql).matches() && !CHANGE.matcher(sql).find());
    var ofStore = seen.stream().filter(sql -> OF_STORE.matcher(sql).find()).toList();
    seen.removeAll(ofStore);

    assertThat(ofStore).hasSizeGreaterThan(15);
    assertThat(seen).hasSizeGreaterThan(40);
    assertThat(scans(server.application().readModel().file().orElseThrow().toString(), seen))
        .isEmpty();
    assertThat(scans(server.directory().resolve("events.db").toString(), ofStore)).isEmpty();
  }

  /** The steps that read a whole table, each with its statement. */
  private static List<String> scans(String file, Iterable<String> statements) throws SQLException {
    var scans = new ArrayList<String>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      var tables = texts(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'", "name");
      var partial = texts(connection, """
        SELECT list.name
        FROM sqlite_schema AS tables, pragma_index_list(tables.name) AS list
        WHERE tables.type = 'table' AND list.partial
        """, "name");
      tables.removeAll(SMALL);
      for (var sql : statements) {
        for (var step : texts(connection, "EXPLAIN QUERY PLAN " + sql, "detail")) {
          var scan = SCAN.matcher(step);
          if (scan.matches() && !LAST.matcher(sql).find() && !partial.contains(scan.group(2))
              && isTable(tables, sql, scan.group(1))) {
            scans.add(step + ": " + sql);
          }
        }
      }
    }
    return scans;
  }

  /** Whether a name in a plan is a table or an alias of one, and not a part of the statement itself. */
  private static boolean isTable(Set<String> tables, String sql, String name) {
    return tables.contains(name) || tables.stream().anyMatch(
        table -> Pattern.compile("\\b%s (?:AS )?%s\\b".formatted(table, name)).matcher(sql).find());
  }

  private static Set<String> texts(Connection connection, String sql, String column)
      throws SQLException {
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      var texts = new LinkedHashSet<String>();
      while (rows.next()) {
        texts.add(rows.getString(column));
      }
      return texts;
    }
  }
}
