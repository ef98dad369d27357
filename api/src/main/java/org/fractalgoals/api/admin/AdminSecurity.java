package org.fractalgoals.api.admin;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fractalgoals.api.Application;
import org.fractalgoals.api.http.HttpProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may do what: the routes of the admin need the {@link AdminToken}, all others are open to whoever gets here. */
@Configuration(proxyBeanMethods = false)
class AdminSecurity {

  private static final String SCHEME = "bearer ";

  @Bean
  AdminToken adminToken(Application application) {
    return AdminToken.in(application.directory());
  }

  @Bean
  SecurityFilterChain adminRoutes(HttpSecurity http, AdminToken token,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var refusal = refusal(problems);
    return http.securityMatcher("/api/admin/**")
        .authorizeHttpRequests(routes -> routes
            // the end of an answer whose beginning was allowed
            .dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll()
            .anyRequest().authenticated())
        .addFilterBefore(bearer(token, refusal), AnonymousAuthenticationFilter.class)
        .exceptionHandling(handling -> handling.authenticationEntryPoint(refusal))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // no browser sends the token by itself
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  private static AuthenticationFilter bearer(AdminToken token, AuthenticationEntryPoint refusal) {
    AuthenticationManager manager = claim -> verified(claim, token);
    var filter = new AuthenticationFilter(manager, AdminSecurity::claim);
    filter.setSuccessHandler((request, response, admin) -> {});
    filter.setFailureHandler(refusal::commence);
    return filter;
  }

  private static @Nullable Authentication claim(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
        ? new PreAuthenticatedAuthenticationToken("admin",
            header.substring(SCHEME.length()).strip())
        : null;
  }

  private static Authentication verified(Authentication claim, AdminToken token) {
    if (!token.is(String.valueOf(claim.getCredentials()))) {
      throw new BadCredentialsException("not the admin token");
    }
    return new PreAuthenticatedAuthenticationToken("admin", "", List.of());
  }

  private static AuthenticationEntryPoint refusal(HandlerExceptionResolver problems) {
    return (request, response, cause) -> {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      problems.resolveException(request, response, null, new HttpProblem(HttpStatus.UNAUTHORIZED,
          "This needs the admin token: send the text in the file %s of the data directory as \"Authorization: Bearer TEXT\"."
              .formatted(AdminToken.FILE)));
    };
  }

  /** Routes judge what they are asked themselves: ids may look like anything where they were imported. */
  @Bean
  HttpFirewall everythingMayPass() {
    return new HttpFirewall() {
      @Override
      public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        return new FirewalledRequest(request) {
          @Override
          public void reset() {}
        };
      }

      @Override
      public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return response;
      }
    };
  }
}
