package org.fractalgoals.eventstore.idempotency;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request that was made before.
 *
 * @param bodyDigest SHA-256 of what it carried, in hexadecimal digits
 * @param madeIds the ids that were made for it, in this order
 * @param actionId the action that its events belong to; null if it led to none
 * @param answer null if it was never given, or has been erased
 */
public record KnownRequest(String bodyDigest, List<String> madeIds, @Nullable String actionId,
    @Nullable StoredAnswer answer) {

  public KnownRequest {
    madeIds = List.copyOf(madeIds);
  }
}
