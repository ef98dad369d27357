package org.fractalgoals.api.server;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.activity.ActivityAnswers;
import org.fractalgoals.api.activitygroup.GroupAnswers;
import org.fractalgoals.api.goal.GoalAnswers;
import org.fractalgoals.api.goal.GoalRequests;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.api.readiness.Readiness;
import org.fractalgoals.api.template.TemplateAnswers;
import org.fractalgoals.api.template.TemplateRequests;
import org.fractalgoals.eventstore.StoreInfo;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The beans of the web application; they all come from one {@link Application}, which is a bean itself. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
@ComponentScan("org.fractalgoals.api")
class WebApplication {

  @Bean
  Queries queries(Application application) {
    return application.queries();
  }

  @Bean
  Readiness readiness(Application application) {
    return application.readiness();
  }

  @Bean
  StoreInfo storeInfo(Application application) {
    return application.store().info();
  }

  @Bean
  HttpCommands httpCommands(Application application) {
    return new HttpCommands(application.commands(), application.store().ids());
  }

  @Bean
  PathIds pathIds(Application application) {
    return new PathIds(application.store().entities());
  }

  @Bean
  WallClockText wallClockText(StoreInfo info) {
    return new WallClockText(info.zone());
  }

  @Bean
  GoalRequests goalRequests() {
    return new GoalRequests(JsonTexts::of);
  }

  @Bean
  GoalAnswers goalAnswers(Queries queries, WallClockText clock) {
    return new GoalAnswers(queries, clock);
  }

  @Bean
  TemplateRequests templateRequests() {
    return new TemplateRequests(JsonTexts::of);
  }

  @Bean
  TemplateAnswers templateAnswers(Queries queries) {
    return new TemplateAnswers(queries);
  }

  @Bean
  GroupAnswers groupAnswers(Queries queries, WallClockText clock) {
    return new GroupAnswers(queries, clock);
  }

  @Bean
  ActivityAnswers activityAnswers(Queries queries, WallClockText clock) {
    return new ActivityAnswers(queries, clock);
  }
}
