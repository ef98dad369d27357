package org.fractalgoals.api.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Which web pages may call the API. A filter before everything else, so that the pages can read refusals, too.
 */
@Configuration(proxyBeanMethods = false)
class Cors {

  @Bean
  FilterRegistrationBean<CorsFilter> corsFilter(
      @Value("${fractal.cors.origins}") List<String> origins) {
    var allowed = new CorsConfiguration();
    allowed.setAllowedOrigins(origins);
    allowed.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
    allowed.setAllowedHeaders(List.of("Content-Type", HttpHeaders.AUTHORIZATION,
        Caller.ACTOR_HEADER, Caller.REQUEST_HEADER,
        HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH, Repetition.KEY_HEADER,
        Reply.LEAST_POSITION_HEADER));
    allowed.setExposedHeaders(
        List.of(Reply.POSITION_HEADER, Caller.REQUEST_HEADER, HttpHeaders.ETAG));
    var paths = new UrlBasedCorsConfigurationSource();
    paths.registerCorsConfiguration("/api/**", allowed);
    var filter = new CorsFilter(paths);
    filter.setCorsProcessor(new ProblemCorsProcessor());
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  private static final class ProblemCorsProcessor extends DefaultCorsProcessor {

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
      response.setStatusCode(HttpStatus.FORBIDDEN);
      response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
      response.getBody().write(new Problem(HttpStatus.FORBIDDEN,
          "This origin, or what it asks for, is not allowed; see the setting origins of the command serve.")
          .json().getBytes(StandardCharsets.UTF_8));
      response.flush();
    }
  }
}
