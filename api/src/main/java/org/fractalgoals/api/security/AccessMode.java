package org.fractalgoals.api.security;

/** Who has to say who they are. */
public enum AccessMode {
  /** Nobody, except administrators: whoever reaches the server may use it. */
  LOCAL,
  /** Everybody, by an API key. */
  TOKEN
}
