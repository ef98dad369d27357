package org.fractalgoals.api.security;

import java.util.List;

/**
 * How a server can be reached.
 *
 * @param address what it listens on, such as {@code 127.0.0.1}; with {@link AccessMode#LOCAL} one of this machine only
 * @param hosts names of the server that requests may use, beside those of the machine itself; where there are none and keys
 *     are asked for, any name may be used
 */
public record Access(AccessMode mode, String address, List<String> hosts) {

  /** For the people at this machine. */
  public static final Access LOCAL = new Access(AccessMode.LOCAL, "127.0.0.1", List.of());

  public Access {
    hosts = List.copyOf(hosts);
  }

  boolean asksForKeys() {
    return mode == AccessMode.TOKEN;
  }
}
