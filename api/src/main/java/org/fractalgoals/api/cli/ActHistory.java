package org.fractalgoals.api.cli;

import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.fractalgoals.api.Version;
import org.fractalgoals.domain.act.Act;
import org.fractalgoals.domain.act.Acts;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreInfo;
import org.fractalgoals.eventstore.StoreOptions;
import org.fractalgoals.eventstore.fault.DirectoryInUse;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where acts are remembered: the server that runs does it, or else the store is opened for a moment.
 *
 * @param directory the data directory
 */
record ActHistory(Path directory, Clock clock) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TO_ANSWER = Duration.ofSeconds(60);
  private static final Set<Integer> DONE = Set.of(201);

  /**
   * Remembers an act that was carried out. It stays carried out where that is not possible, such as on a medium that is
   * only read.
   *
   * @param info of the store
   * @param err is told why it could not be remembered
   */
  void remember(Act act, StoreInfo info, PrintWriter err) {
    try {
      write(act, info);
    } catch (CommandFailed | DirectoryInUse | StoreFault failure) {
      err.println(Printable.of("This was done, but could not be noted in the history: %s"
          .formatted(Failures.sentence(failure))));
      err.flush();
    }
  }

  private void write(Act act, StoreInfo info) {
    var holder = DirectoryLock.holder(directory);
    @Nullable Integer port = holder.isPresent() ? holder.get().port() : null;
    if (port == null) {
      directly(act, info);
    } else {
      through(port, act);
    }
  }

  private void through(int port, Act act) {
    try (var api = new ServedApi(port, ServedApi.token(directory),
        "ask the history whether it has done its work")) {
      api.ask(api.request("admin/acts").timeout(TO_ANSWER)
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(JSON.writeValueAsString(body(act)))), DONE);
    }
  }

  private static Map<String, @Nullable Object> body(Act act) {
    var body = new LinkedHashMap<String, @Nullable Object>();
    switch (act) {
      case Act.Backup backup -> {
        body.put("act", "backup");
        body.put("position", backup.position());
      }
      case Act.Export export -> {
        body.put("act", "export");
        body.put("form", export.form().code());
        body.put("fractal_id", export.fractalId());
        body.put("position", export.position());
      }
    }
    body.put("file_name", act.fileName());
    return body;
  }

  @SuppressWarnings("try") // the lock is held, not used
  private void directly(Act act, StoreInfo info) {
    try (var lock = DirectoryLock.acquire(directory, Version.current());
        var store = SqliteEventStore.open(directory,
            new StoreOptions(null, info.environment(), clock))) {
      new Acts(store, store.ids(), new WallClock(clock, info.zone())).remember(act,
          new Origin(Main.ACTOR, Source.CLI, store.ids().next()));
    }
  }
}
