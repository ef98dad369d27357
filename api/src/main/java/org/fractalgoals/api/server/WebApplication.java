package org.fractalgoals.api.server;

import java.util.List;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.activity.ActivityAnswers;
import org.fractalgoals.api.activitygroup.GroupAnswers;
import org.fractalgoals.api.audit.AuditAnswers;
import org.fractalgoals.api.audit.AuditQuestion;
import org.fractalgoals.api.goal.NodeRequests;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.Moments;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.RequestTerms;
import org.fractalgoals.api.http.Sight;
import org.fractalgoals.api.http.TimeParameters;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.instance.InstanceAnswers;
import org.fractalgoals.api.instance.InstanceRequests;
import org.fractalgoals.api.note.NoteAnswers;
import org.fractalgoals.api.program.ProgramAnswers;
import org.fractalgoals.api.program.ProgramRequests;
import org.fractalgoals.api.readiness.CaughtUp;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.api.readiness.Readiness;
import org.fractalgoals.api.session.SessionRequests;
import org.fractalgoals.api.template.TemplateAnswers;
import org.fractalgoals.api.template.TemplateRequests;
import org.fractalgoals.api.tree.TreeAnswers;
import org.fractalgoals.eventstore.StoreInfo;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The beans of the web application; they all come from one {@link Application}, which is a bean itself. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {ErrorMvcAutoConfiguration.class,
    UserDetailsServiceAutoConfiguration.class})
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
  HttpCommands httpCommands(Application application, List<RequestTerms> terms) {
    return new HttpCommands(application.commands(), application.store().ids(), terms);
  }

  @Bean
  CaughtUp caughtUp(Application application) {
    return application.caughtUp();
  }

  @Bean
  PathIds pathIds(Application application, Sight sight) {
    return new PathIds(
        sight.over(application.timeTravel().entities(application.store().entities())));
  }

  @Bean
  Moments moments(Application application) {
    return new Moments(application.store().info().zone(), application.clock());
  }

  @Bean
  WallClockText wallClockText(StoreInfo info) {
    return new WallClockText(info.zone());
  }

  @Bean
  NodeRequests nodeRequests() {
    return new NodeRequests(JsonTexts::of);
  }

  @Bean
  SessionRequests sessionRequests(HttpCommands commands) {
    return new SessionRequests(JsonTexts::of, commands::newId);
  }

  @Bean
  InstanceRequests instanceRequests() {
    return new InstanceRequests(JsonTexts::of);
  }

  @Bean
  TreeAnswers treeAnswers(Queries queries, WallClockText clock, Sight sight) {
    return new TreeAnswers(queries, clock, sight);
  }

  @Bean
  InstanceAnswers instanceAnswers(Queries queries) {
    return new InstanceAnswers(queries);
  }

  @Bean
  TimeParameters timeParameters(StoreInfo info) {
    return new TimeParameters(info.zone());
  }

  @Bean
  AuditAnswers auditAnswers(Application application, PathIds paths, Queries queries,
      WallClockText clock) {
    return new AuditAnswers(application.store().audit(), paths, queries, clock);
  }

  @Bean
  AuditQuestion auditQuestion(Application application, TimeParameters times) {
    return new AuditQuestion(application.store().entities(), application.store().audit().types(),
        times);
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
  ProgramRequests programRequests() {
    return new ProgramRequests(JsonTexts::of);
  }

  @Bean
  ProgramAnswers programAnswers(Queries queries, WallClockText clock) {
    return new ProgramAnswers(queries, clock);
  }

  @Bean
  NoteAnswers noteAnswers(Queries queries) {
    return new NoteAnswers(queries);
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
