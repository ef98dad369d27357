package org.fractalgoals.api.server;

import java.util.List;

import org.fractalgoals.api.security.Access;

/**
 * How the API is served.
 *
 * @param port to listen on; 0 for any free one
 * @param access who can reach it
 * @param origins which web pages of other origins may call it
 */
public record ServerSettings(int port, Access access, List<String> origins) {

  /** Where the web client is served while it is worked on. */
  private static final String CLIENT = "http://localhost:5173";

  public ServerSettings {
    origins = List.copyOf(origins);
  }

  /** For the people at this machine. */
  public static ServerSettings local(int port) {
    return by(Access.LOCAL, port);
  }

  /** With nothing special but who can reach it. */
  public static ServerSettings by(Access access, int port) {
    return new ServerSettings(port, access, List.of(CLIENT));
  }
}
