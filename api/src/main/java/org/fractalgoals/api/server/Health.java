package org.fractalgoals.api.server;

import java.util.Objects;

import org.fractalgoals.api.readiness.Readiness;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreInfo;
import org.fractalgoals.projections.engine.ProjectionStatus;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the server can do its work: 200 if all is well, else 503. */
@RestController
class Health {

  /**
   * @param status {@code healthy}, {@code rebuilding} or {@code stopped}
   * @param message the same for people, with the reason
   * @param environment name of the environment
   * @param database name of the file of the event store
   * @param position position of the last event that the read model has applied
   * @param head position of the last event of the store
   */
  record State(String status, String message, String environment, String database, long position,
      long head) {}

  private final Readiness readiness;
  private final StoreInfo info;

  Health(Readiness readiness, StoreInfo info) {
    this.readiness = readiness;
    this.info = info;
  }

  @GetMapping("/health")
  ResponseEntity<State> state() {
    var projection = readiness.status();
    return switch (projection.state()) {
      case LIVE -> answer(HttpStatus.OK, "healthy", "Everything works.", projection);
      case CATCHING_UP -> answer(HttpStatus.SERVICE_UNAVAILABLE, "rebuilding",
          Readiness.progress(projection), projection);
      case STOPPED -> answer(HttpStatus.SERVICE_UNAVAILABLE, "stopped",
          Objects.requireNonNull(projection.failure()).sentence(), projection);
    };
  }

  private ResponseEntity<State> answer(HttpStatus code, String status, String message,
      ProjectionStatus projection) {
    return ResponseEntity.status(code).body(new State(status, message, info.environment(),
        SqliteEventStore.FILE, projection.position(), projection.head()));
  }
}
