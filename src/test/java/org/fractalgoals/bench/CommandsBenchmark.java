package org.fractalgoals.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.fractalgoals.api.command.CommandSide;
import org.fractalgoals.api.server.Server;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalCommand.ChangeGoal;
import org.fractalgoals.domain.goal.GoalCommand.CreateFractal;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.Rename;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.goal.GoalType;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreOptions;
import org.fractalgoals.eventstore.axon.SqliteEventStorageEngine;
import org.sqlite.SQLiteConfig;

/**
 * Durable commands, by one client and by sixteen: through the gateway of the product, through the same gateway on Axon's own
 * JDBC engine, through HTTP with the read model followed; beside them plain JDBC, one row to a transaction.
 */
final class CommandsBenchmark implements Benchmark {

  private static final int CLIENTS = 16;
  /** So many that their streams stay short. */
  private static final int GOALS_OF_A_CLIENT = 100;
  private static final int ROUNDS = 3;
  private static final long WARM_UP_NANOS = 1_000_000_000L;
  private static final long MEASURED_NANOS = 2_000_000_000L;
  private static final int ROW_BYTES = 600;

  /** One thing that a client does. */
  @FunctionalInterface
  private interface Act {
    void run(int client, int number) throws Exception;
  }

  @Override
  public Map<String, Object> run(Path directory) throws Exception {
    var figures = new LinkedHashMap<String, Object>();
    var jdbc = new ArrayList<Result>();
    var results = new LinkedHashMap<String, List<Result>>();
    for (int round = 0; round < ROUNDS; round++) {
      var folder = directory.resolve("round-" + round);
      jdbc.add(plainJdbc(folder));
      gateway(folder.resolve("product"), false, "gateway", results);
      gateway(folder.resolve("stock"), true, "stock", results);
      http(folder.resolve("http"), results);
    }
    figures.put("plainJdbcPerSecond", median(jdbc).perSecond());
    results.forEach((name, rounds) -> {
      figures.put(name + "PerSecond", median(rounds).perSecond());
      figures.put(name + "P99Ms", median(rounds).p99Ms());
    });
    return figures;
  }

  private record Result(double perSecond, double p99Ms) {}

  private static Result median(List<Result> rounds) {
    return rounds.stream()
        .sorted((one, other) -> Double.compare(one.perSecond(), other.perSecond()))
        .toList().get(rounds.size() / 2);
  }

  /** Single rows into a table of one index, each synced. */
  private static Result plainJdbc(Path folder) throws Exception {
    Files.createDirectories(folder);
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setGetGeneratedKeys(false);
    try (var connection = config.createConnection("jdbc:sqlite:" + folder.resolve("plain.db"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, stream TEXT, payload TEXT)");
      try (var insert = connection
          .prepareStatement("INSERT INTO rows (stream, payload) VALUES (?, ?)")) {
        var payload = "x".repeat(ROW_BYTES);
        return measure(1, (client, number) -> {
          insert.setString(1, "goal/" + number);
          insert.setString(2, payload);
          insert.executeUpdate();
        });
      }
    }
  }

  private static void gateway(Path folder, boolean stock, String name,
      Map<String, List<Result>> results) throws Exception {
    Files.createDirectories(folder);
    try (var store = SqliteEventStore.open(folder,
        new StoreOptions(ZoneOffset.UTC, "testing", Clock.systemUTC()));
        var jdbc = StockEngine.open(folder.resolve("stock.db"))) {
      EventStorageEngine engine = stock ? jdbc.engine()
          : new SqliteEventStorageEngine(store, List.of());
      try (var axon = new CommandSide(engine, store, store, store.audit(), store, store.entities(),
          store.ids(), new WallClock(Clock.systemUTC(), ZoneOffset.UTC))) {
        // updates ask the lookup of the product whether the goal is there: it is filled for both
        var goals = goals(store, axon, stock);
        for (int clients : new int[] {1, CLIENTS}) {
          add(results, name + "Create" + clients, measure(clients, (client,
              number) -> send(axon, store, fractal(store.ids().next()))));
          add(results, name + "Update" + clients,
              measure(clients, (client, number) -> send(axon, store, rename(
                  goals.get(client * GOALS_OF_A_CLIENT + number % GOALS_OF_A_CLIENT), number))));
        }
      }
    }
  }

  /** Goals of all clients, in the store of the product and, if that is measured, in the stock one. */
  private static List<String> goals(SqliteEventStore store, CommandSide axon, boolean stock) {
    var ids = new ArrayList<String>();
    try (var product = new CommandSide(new SqliteEventStorageEngine(store, List.of()), store, store,
        store.audit(), store, store.entities(), store.ids(),
        new WallClock(Clock.systemUTC(), ZoneOffset.UTC))) {
      for (int goal = 0; goal < CLIENTS * GOALS_OF_A_CLIENT; goal++) {
        var id = store.ids().next();
        ids.add(id);
        send(product, store, fractal(id));
        if (stock) {
          send(axon, store, fractal(id));
        }
      }
    }
    return ids;
  }

  private static void send(CommandSide axon, SqliteEventStore store, Object command) {
    axon.gateway().sendAndWait(GenericCommandMessage.asCommandMessage(command)
        .andMetaData(new Origin("bench", Source.API, store.ids().next()).toMetaData()));
  }

  private static CreateFractal fractal(String id) {
    return new CreateFractal(new GoalId(id), GoalType.ULTIMATE, new Name("Sail the sea"),
        new Description("d".repeat(300)), null, false);
  }

  private static ChangeGoal rename(String id, int number) {
    return new ChangeGoal(new GoalId(id), id, List.of(new Rename(new Name("Name " + number))));
  }

  private static void http(Path folder, Map<String, List<Result>> results) throws Exception {
    Files.createDirectories(folder);
    try (var world = new World(folder);
        var server = Server.start(world.application, 0);
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var base = URI.create("http://127.0.0.1:" + server.port());
      var goals = new ArrayList<String>();
      for (int root = 0; root < CLIENTS; root++) {
        world.fractal("root" + root, GOALS_OF_A_CLIENT);
        for (int goal = 1; goal < GOALS_OF_A_CLIENT; goal++) {
          goals.add("root%d/goals/root%d-%d".formatted(root, root, goal));
        }
      }
      int each = GOALS_OF_A_CLIENT - 1;
      for (int clients : new int[] {1, CLIENTS}) {
        add(results, "httpCreate" + clients, measure(clients, (who, number) -> ask(client, "POST",
            base.resolve("/api/fractals"), "{\"name\":\"Sail the sea\"}", 201)));
        add(results, "httpUpdate" + clients,
            measure(clients, (who, number) -> ask(client, "PUT",
                base.resolve("/api/" + goals.get(who * each + number % each)),
                "{\"name\":\"Name %d\"}".formatted(number), 200)));
      }
    }
  }

  private static void ask(HttpClient client, String method, URI place, String body, int status)
      throws Exception {
    var answer = client.send(HttpRequest.newBuilder(place).method(method,
        BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
  }

  private static void add(Map<String, List<Result>> results, String name, Result result) {
    results.computeIfAbsent(name, first -> new ArrayList<>()).add(result);
  }

  /** Lets clients act for a while, first unmeasured. */
  private static Result measure(int clients, Act act) throws Exception {
    measured(clients, act, WARM_UP_NANOS);
    return measured(clients, act, MEASURED_NANOS);
  }

  private static Result measured(int clients, Act act, long nanos)
      throws ExecutionException, InterruptedException {
    long start = System.nanoTime();
    var latencies = new ArrayList<long[]>();
    try (var threads = Executors.newFixedThreadPool(clients)) {
      var running = new ArrayList<CompletableFuture<long[]>>();
      for (int client = 0; client < clients; client++) {
        int who = client;
        running
            .add(CompletableFuture.supplyAsync(() -> actUntil(start + nanos, who, act), threads));
      }
      for (var each : running) {
        latencies.add(each.get());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    var all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Result(Math.round(all.length / seconds),
        Math.round(all[(int) (all.length * 0.99)] / 1e4) / 100.0);
  }

  private static long[] actUntil(long end, int client, Act act) {
    var latencies = new long[1 << 12];
    int number = 0;
    try {
      for (long now = System.nanoTime(); now < end;) {
        act.run(client, number);
        long after = System.nanoTime();
        if (number == latencies.length) {
          latencies = Arrays.copyOf(latencies, 2 * number);
        }
        latencies[number++] = after - now;
        now = after;
      }
    } catch (Exception e) {
      throw new IllegalStateException("a client failed", e);
    }
    return Arrays.copyOf(latencies, number);
  }
}
