package org.fractalgoals.api.asof;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Everything in the API can be asked as of then, unless it says otherwise. */
@Configuration(proxyBeanMethods = false)
class PastReadsOfTheApi implements WebMvcConfigurer {

  private final PastReads pastReads;

  PastReadsOfTheApi(PastReads pastReads) {
    this.pastReads = pastReads;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(pastReads).addPathPatterns("/api/**");
  }
}
