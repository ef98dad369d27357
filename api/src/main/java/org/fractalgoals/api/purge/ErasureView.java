package org.fractalgoals.api.purge;

import org.fractalgoals.api.erasure.Erasure;
import org.jspecify.annotations.Nullable;

/**
 * Whether the files have lost what was purged.
 *
 * @param pending whether they may still have some of it
 * @param obstacle what is in the way; null if nothing is
 */
public record ErasureView(boolean pending, @Nullable String obstacle) {

  public static ErasureView of(Erasure erasure) {
    return new ErasureView(erasure.isPending(), erasure.obstacle().orElse(null));
  }
}
