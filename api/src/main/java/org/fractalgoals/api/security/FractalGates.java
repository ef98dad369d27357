package org.fractalgoals.api.security;

import org.fractalgoals.api.http.Sight;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the gate before everything else that looks at a request. */
@Configuration(proxyBeanMethods = false)
class FractalGates implements WebMvcConfigurer {

  private final Sight sight;

  FractalGates(Sight sight) {
    this.sight = sight;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new FractalGate(sight)).order(Ordered.HIGHEST_PRECEDENCE);
  }
}
