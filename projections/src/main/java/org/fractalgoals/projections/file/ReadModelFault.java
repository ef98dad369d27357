package org.fractalgoals.projections.file;

import org.jspecify.annotations.Nullable;

/** The file of the read model cannot be used. The message says which file, why, and what helps. */
public final class ReadModelFault extends RuntimeException {

  public ReadModelFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
