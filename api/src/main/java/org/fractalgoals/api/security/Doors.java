package org.fractalgoals.api.security;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * Keeps out requests that web pages make on somebody's behalf: those to a name that is not ours, by which a page whose name
 * was bound to this machine gives itself away, and changes that come from another site. What paths look like does not matter:
 * ids may look like anything where they were imported, and routes judge them themselves.
 */
final class Doors implements HttpFirewall {

  /** Names of this machine for itself. */
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1",
      "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]");

  private static final Set<String> READING = Set.of(HttpMethod.GET.name(),
      HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

  /** A request that is not let in, and the answer to it. */
  static final class Refused extends RequestRejectedException {

    private final HttpStatus status;
    private final String sentence;

    private Refused(HttpStatus status, String sentence) {
      super(sentence);
      this.status = status;
      this.sentence = sentence;
    }

    HttpStatus status() {
      return status;
    }

    String sentence() {
      return sentence;
    }
  }

  private final boolean anyName;
  private final Set<String> names = new HashSet<>(LOOPBACK);

  Doors(Access access) {
    this.anyName = access.asksForKeys() && access.hosts().isEmpty();
    access.hosts().forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
  }

  @Override
  public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
    if (!anyName && !names.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
      throw new Refused(HttpStatus.MISDIRECTED_REQUEST,
          "This server does not go by that name: use localhost, or start it with --host NAME.");
    }
    // the origin itself, where a browser tells it, has been looked at before
    if (!READING.contains(request.getMethod())
        && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
        && request.getHeader(HttpHeaders.ORIGIN) == null) {
      throw new Refused(HttpStatus.FORBIDDEN,
          "A page of another site asked for a change without saying which: nothing was done.");
    }
    return new FirewalledRequest(request) {
      @Override
      public void reset() {}
    };
  }

  @Override
  public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
    return response;
  }
}
