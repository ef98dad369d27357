package org.fractalgoals.domain.key;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the holder of a key may do. */
public enum Role {
  /** Use the goals of the fractals the key is for. */
  USER,
  /** That with all fractals, and what administrators do. */
  ADMIN;

  /** Its stable stored name. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role with this stored name; empty if there is none. */
  public static Optional<Role> ofCode(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
