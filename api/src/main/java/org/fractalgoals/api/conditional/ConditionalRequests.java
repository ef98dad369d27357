package org.fractalgoals.api.conditional;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.http.RequestTerms;
import org.fractalgoals.api.http.Sight;
import org.fractalgoals.api.readiness.CaughtUp;
import org.fractalgoals.api.readiness.Queries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where conditions of requests are looked at. */
@Configuration(proxyBeanMethods = false)
class ConditionalRequests implements WebMvcConfigurer {

  private final Application application;
  private final NamedThings things;
  private final EntityTags tags;

  ConditionalRequests(Application application, Queries queries, Sight sight) {
    this.application = application;
    this.things = new NamedThings(sight.over(application.store().entities()));
    this.tags = new EntityTags(application.store(), queries);
  }

  @Bean
  RequestTerms ifMatch(Queries queries, CaughtUp caughtUp) {
    return new IfMatch(application.store(), things, queries, caughtUp);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new ConditionalReads(tags, things, application.readModel()))
        .addPathPatterns("/api/**").excludePathPatterns("/api/admin/**");
  }
}
