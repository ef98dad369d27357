package org.fractalgoals.api.security;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.admin.AdminToken;
import org.fractalgoals.domain.key.ApiKey;
import org.fractalgoals.domain.key.Role;
import org.fractalgoals.eventstore.key.StoredKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Reads the header {@code Authorization} and finds out whose it is: the admin token, or an API key where those are asked for.
 * A key is looked up by the digest of what was sent, each time: one that is revoked opens nothing from then on.
 */
final class BearerTokens implements AuthenticationConverter, AuthenticationManager {

  /** What the admin token, and keys of administrators, give. */
  static final String ADMIN = "ADMIN";

  private static final String SCHEME = "bearer ";

  private final AdminToken adminToken;
  private final StoredKeys keys;
  private final Access access;

  BearerTokens(AdminToken adminToken, StoredKeys keys, Access access) {
    this.adminToken = adminToken;
    this.keys = keys;
    this.access = access;
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
        ? new PreAuthenticatedAuthenticationToken("somebody",
            header.substring(SCHEME.length()).strip())
        : null;
  }

  @Override
  public Authentication authenticate(Authentication claim) {
    var sent = String.valueOf(claim.getCredentials());
    if (adminToken.is(sent)) {
      // where nobody else has to say who they are, an administrator is who they say
      return proved(access.asksForKeys() ? Holder.ADMIN : "admin", Role.ADMIN);
    }
    if (access.asksForKeys() && sent.startsWith(KeySecret.PREFIX)) {
      var key = keys.opening(KeySecret.digestOf(sent));
      if (key.isPresent()) {
        return proved(Holder.of(key.get()), key.map(ApiKey::role).orElseThrow());
      }
    }
    throw new BadCredentialsException("neither the admin token nor a key");
  }

  private static Authentication proved(Object who, Role role) {
    return new PreAuthenticatedAuthenticationToken(who, "",
        role == Role.ADMIN
            ? AuthorityUtils.createAuthorityList("ROLE_" + ADMIN)
            : List.of());
  }
}
