package org.fractalgoals.eventstore.append;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.eventstore.chain.Chain;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.codec.Micros;
import org.jspecify.annotations.Nullable;

/**
 * An event as it will be stored, but for its place. Made on the caller's thread, so that the writer need not.
 *
 * @param at the business time in its payload, in microseconds; null if there is none
 */
public record EncodedEvent(String eventId, String stream, long sequence, String type, int revision,
    Envelope envelope, List<String> flags, byte[] salt, byte[] digest, String metadata,
    String payload,
    List<EntityChange> changes,
    @Nullable Long at) {

  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  static EncodedEvent of(NewEvent event, EventCodec codec) {
    var name = codec.nameOf(event.payload());
    var imported = event.envelope().imported();
    var flags = imported == null ? List.<String>of() : imported.flags();
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    var metadata = codec.encode(metadata(event.envelope(), flags));
    var payload = codec.encode(event.payload());
    return new EncodedEvent(event.eventId(), event.payload().stream(), event.sequence(),
        name.value(), name.revision(), event.envelope(), flags, salt,
        Chain.digest(salt, payload, metadata, sourceRow(imported)), metadata, payload,
        event.payload().changes(), micros(event.payload().at()));
  }

  private static Map<String, Object> metadata(Envelope envelope, List<String> flags) {
    var metadata = new LinkedHashMap<String, Object>();
    if (!flags.isEmpty()) {
      metadata.put("flags", flags);
    }
    envelope.origin().annotations().entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
    return metadata;
  }

  private static @Nullable Long micros(@Nullable Instant at) {
    return at == null ? null : Micros.of(at);
  }

  boolean isImported() {
    return envelope.imported() != null;
  }

  @Nullable
  String importId() {
    var imported = envelope.imported();
    return imported == null ? null : imported.importId();
  }

  @Nullable
  String sourceRow() {
    return sourceRow(envelope.imported());
  }

  private static @Nullable String sourceRow(@Nullable Imported imported) {
    return imported == null ? null : imported.sourceRow();
  }

  /** The business time asked for, in microseconds; null for live events and where it is not known. */
  @Nullable
  Long wantedEffectiveAt() {
    var imported = envelope.imported();
    return imported == null || imported.effectiveAt() == null ? null
        : Micros.of(imported.effectiveAt());
  }
}
