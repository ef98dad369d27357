package org.fractalgoals.eventstore.tombstone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.domain.purge.PurgeEvent.ThingPurged;
import org.fractalgoals.eventstore.codec.EventCodec;

/** The purges that emptied events, looked up where such an event is met. For one thread and one pass. */
public final class Purges {

  private final Connection connection;
  private final EventCodec codec;
  private final Map<Long, Optional<ThingPurged>> known = new HashMap<>();

  public Purges(Connection connection, EventCodec codec) {
    this.connection = connection;
    this.codec = codec;
  }

  /** The purge at a position; empty if there is none, or something else. */
  public Optional<ThingPurged> at(long position) throws SQLException {
    var purge = known.get(position);
    if (purge == null) {
      purge = read(position);
      known.put(position, purge);
    }
    return purge;
  }

  private Optional<ThingPurged> read(long position) throws SQLException {
    try (var select = connection.prepareStatement(
        "SELECT type, revision, payload FROM events WHERE position = ? AND payload IS NOT NULL")) {
      select.setLong(1, position);
      try (var row = select.executeQuery()) {
        return row.next()
            && codec.decode(position, row.getString(1), row.getInt(2),
                row.getString(3)) instanceof ThingPurged purge
                    ? Optional.of(purge)
                    : Optional.empty();
      }
    }
  }

  /**
   * What an emptied event tells: where the history of something purged began, that it is missing. Others may refer to it
   * from there on.
   *
   * @param position of the emptied event
   * @param purgedBy position of its purge
   */
  public List<ThingFoundMissing> standIns(long position, long purgedBy) throws SQLException {
    return at(purgedBy)
        .filter(purge -> purge.events().contains(position) && purge.events().first() == position)
        .map(Purges::standIns).orElse(List.of());
  }

  private static List<ThingFoundMissing> standIns(ThingPurged purge) {
    return purge.gone().stream().filter(gone -> gone.ref().kind() != Kind.NOTE)
        .map(gone -> new ThingFoundMissing(gone.ref(), purge.rootId(), gone.whole(),
            gone.whole() == null ? gone.ref() : purge.owner(), null))
        .toList();
  }
}
