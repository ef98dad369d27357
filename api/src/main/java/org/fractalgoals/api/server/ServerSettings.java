package org.fractalgoals.api.server;

import java.util.Map;

import org.fractalgoals.api.security.Access;

/**
 * How the API is served.
 *
 * @param port to listen on; 0 for any free one
 * @param access who can reach it
 * @param properties of Spring, beside our own
 */
public record ServerSettings(int port, Access access, Map<String, String> properties) {

  public ServerSettings {
    properties = Map.copyOf(properties);
  }

  /** For the people at this machine. */
  public static ServerSettings local(int port) {
    return new ServerSettings(port, Access.LOCAL, Map.of());
  }
}
