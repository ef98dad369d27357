package org.fractalgoals.eventstore.chain;

import org.jspecify.annotations.Nullable;

/**
 * The hashes by which the history of a store shows whether it was altered. The encoding is fixed by
 * {@code docs/adr/0002-hash-chain.md}.
 */
public final class Chain {

  private static final String START = "fractal-goals/chain/1";

  private Chain() {}

  /** What the first event of a store is chained to: no two stores share a chain. */
  public static byte[] start(String storeId) {
    return new Fields().add(START).add(storeId).sha256();
  }

  /** Stands for the content of an event: stays when the content is purged. */
  public static byte[] digest(byte[] salt, String payload, String metadata,
      @Nullable String sourceRow) {
    return new Fields().add(salt).add(payload).add(metadata).add(sourceRow).sha256();
  }

  /** Chains an event to all before it. */
  public static byte[] hash(byte[] previous, ChainedEvent event) {
    return new Fields().add(previous).add(event.position()).add(event.eventId()).add(event.stream())
        .add(event.sequence()).add(event.type()).add(event.revision()).add(event.recordedAt())
        .add(event.effectiveAt()).add(event.rootId()).add(event.actor()).add(event.source())
        .add(event.actionId()).add(event.importId()).add(event.causationId()).add(event.digest())
        .sha256();
  }
}
