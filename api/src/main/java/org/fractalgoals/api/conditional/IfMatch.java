package org.fractalgoals.api.conditional;

import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.command.Terms;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.RequestTerms;
import org.fractalgoals.api.readiness.CaughtUp;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.append.StoreWriter.Work;
import org.fractalgoals.eventstore.append.StreamUnchanged;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Lets a command through only if what it concerns has the version that the client has seen. Versions of parts are known to
 * the read model only: it is looked there, and inside the append whether the stream is still the one that was looked at.
 */
final class IfMatch implements RequestTerms {

  private final SqliteEventStore store;
  private final NamedThings things;
  private final Queries queries;
  private final CaughtUp caughtUp;

  IfMatch(SqliteEventStore store, NamedThings things, Queries queries,
      CaughtUp caughtUp) {
    this.store = store;
    this.things = things;
    this.queries = queries;
    this.caughtUp = caughtUp;
  }

  @Override
  public Optional<Terms> of(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.IF_MATCH);
    if (header == null || !NamedThings.isNamed(request)) {
      return Optional.empty();
    }
    var wanted = TagList.of(HttpHeaders.IF_MATCH, header);
    return Optional.of(actionId -> unchanged(
        things.in(request).orElseThrow(IfMatch::isNotThere), wanted));
  }

  private Work<?> unchanged(Entity thing, TagList wanted) {
    long end = store.lastSequenceOf(thing.stream()).orElseThrow(IfMatch::isNotThere);
    caughtUp.to(store.head().position());
    long version = queries.versions().version(thing.ref()).orElseThrow(IfMatch::isNotThere);
    if (!wanted.matchesVersion(version)) {
      throw hasChanged(thing, version);
    }
    return new StreamUnchanged(thing.stream(), end);
  }

  private HttpProblem hasChanged(Entity thing, long version) {
    var tag = new EntityTag(version,
        store.lastPositionOf(thing.rootId(), store.head().position()));
    return new HttpProblem(HttpStatus.PRECONDITION_FAILED,
        "The %s has been changed since: nothing was saved. Read it again, its version is %d now."
            .formatted(thing.ref().kind().code(), tag.version()),
        Map.of("version", tag.version(), "etag", tag.header()));
  }

  private static HttpProblem isNotThere() {
    return new HttpProblem(HttpStatus.PRECONDITION_FAILED,
        "What is to be changed does not exist, so no version of it matches: nothing was saved.");
  }
}
