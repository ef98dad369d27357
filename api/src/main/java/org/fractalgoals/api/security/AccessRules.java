package org.fractalgoals.api.security;

import jakarta.servlet.DispatcherType;
import org.fractalgoals.api.Application;
import org.fractalgoals.api.admin.AdminToken;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.Sight;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may do what: the routes of the admin need an administrator; all others whatever {@link Access} asks for. */
@Configuration(proxyBeanMethods = false)
class AccessRules {

  private static final String[] OF_ADMIN = {"/api/admin/**"};

  /** What says nothing of anybody's data. */
  private static final String[] OPEN = {"/health", "/openapi.json", "/docs", "/docs/*"};

  /** The page that shows the document says by itself what it loads. */
  private static final RequestMatcher PAGE = request -> request.getRequestURI()
      .startsWith("/docs");

  @Bean
  AdminToken adminToken(Application application) {
    return AdminToken.in(application.directory());
  }

  @Bean
  Sight sight() {
    return new CallerSight();
  }

  @Bean
  SecurityFilterChain access(HttpSecurity http, AdminToken token, Application application,
      Access access, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var refusal = refusal(problems, access);
    var bearers = new BearerTokens(token, application.store().keys(), access);
    return http
        .authorizeHttpRequests(routes -> permit(routes, access))
        .addFilterBefore(filter(bearers, refusal, access), AnonymousAuthenticationFilter.class)
        .exceptionHandling(handling -> handling.authenticationEntryPoint(refusal)
            .accessDeniedHandler(denial(problems)))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // no browser sends a token by itself; see Doors for what it does send
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AccessRules::protect)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  private static void permit(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes,
      Access access) {
    // the end of an answer whose beginning was allowed
    routes.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.FORWARD).permitAll()
        .requestMatchers(OF_ADMIN).hasRole(BearerTokens.ADMIN)
        .requestMatchers(OPEN).permitAll();
    if (access.asksForKeys()) {
      routes.anyRequest().authenticated();
    } else {
      routes.anyRequest().permitAll();
    }
  }

  private static AuthenticationFilter filter(BearerTokens bearers, AuthenticationEntryPoint refusal,
      Access access) {
    var filter = new AuthenticationFilter(bearers, bearers);
    // where nobody has to say who they are, it does not matter what they send
    filter.setRequestMatcher(access.asksForKeys()
        ? AnyRequestMatcher.INSTANCE
        : request -> request.getRequestURI().startsWith("/api/admin/"));
    filter.setSuccessHandler((request, response, proved) -> {});
    filter.setFailureHandler(refusal::commence);
    return filter;
  }

  private static void protect(HeadersConfigurer<HttpSecurity> headers) {
    headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
        .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-cache"))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable)
        .addHeaderWriter((request, response) -> {
          if (!PAGE.matches(request)) {
            response.setHeader("Content-Security-Policy",
                "default-src 'none'; frame-ancestors 'none'");
          }
        });
  }

  private static AuthenticationEntryPoint refusal(HandlerExceptionResolver problems,
      Access access) {
    var sentence = access.asksForKeys()
        ? "This needs a key: send it as \"Authorization: Bearer KEY\"; ./fractal key add NAME makes one."
        : "This needs the admin token: send the text in the file %s of the data directory as \"Authorization: Bearer TEXT\"."
            .formatted(AdminToken.FILE);
    return (request, response, cause) -> {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      problems.resolveException(request, response, null,
          new HttpProblem(HttpStatus.UNAUTHORIZED, sentence));
    };
  }

  private static AccessDeniedHandler denial(HandlerExceptionResolver problems) {
    return (request, response, cause) -> problems.resolveException(request, response, null,
        new HttpProblem(HttpStatus.FORBIDDEN,
            "This needs the admin token, or the key of an administrator."));
  }

  @Bean
  HttpFirewall doors(Access access) {
    return new Doors(access);
  }

  @Bean
  RequestRejectedHandler closedDoors(
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    return (request, response, rejected) -> problems.resolveException(request, response, null,
        rejected instanceof Doors.Refused refused
            ? new HttpProblem(refused.status(), refused.sentence())
            : HttpProblem.badRequest("The request is not one that is understood here."));
  }
}
