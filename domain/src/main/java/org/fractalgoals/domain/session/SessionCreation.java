package org.fractalgoals.domain.session;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.fractalgoals.domain.action.Actions;
import org.fractalgoals.domain.action.Decision;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.EventStreams;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalType;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.Describe;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.Fact;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetData;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetDuration;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetEnd;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetStart;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetTemplate;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetTotalDuration;
import org.fractalgoals.domain.session.SessionEvent.GoalLink;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionState.Facts;
import org.fractalgoals.domain.time.WallClock;

/** Answers {@link CreateSession}: the session and the goals below it, in one append. */
public final class SessionCreation {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu",
      Locale.ROOT);

  private final Entities entities;
  private final EventStreams streams;
  private final Actions actions;
  private final WallClock clock;

  public SessionCreation(Entities entities, EventStreams streams, Actions actions,
      WallClock clock) {
    this.entities = entities;
    this.streams = streams;
    this.actions = actions;
    this.clock = clock;
  }

  @CommandHandler
  public void handle(CreateSession command, MetaData metaData) {
    actions.perform(command.rootId(), Origin.from(metaData), () -> decide(command));
  }

  private Decision decide(CreateSession command) {
    var links = command.parentIds().stream().distinct().map(id -> link(id, command)).toList();
    var parent = links.stream().filter(link -> isOf(GoalType.SHORT_TERM, link)).findFirst()
        .orElseThrow(() -> new RuleViolation(new Rule.SessionNeedsParent()));
    var now = clock.now();
    var events = new ArrayList<DomainEvent>();
    events.add(created(command, EntityRef.goal(parent.goalId()),
        command.linksParents() ? links : List.of(), now));
    for (var goal : command.goals()) {
      events.add(new GoalCreated(goal.goalId().id(), command.rootId(),
          command.sessionId().ref(), GoalType.IMMEDIATE.code(), goal.name().text(),
          goal.description().text(), null, null, events.size(), clock.dayOf(now), now));
    }
    return Decision.of(events);
  }

  private GoalLink link(String goalId, CreateSession command) {
    var goal = EntityRef.goal(goalId);
    Presence.requireReference(entities, goal, command.rootId());
    var link = new GoalLink(goalId, typeOf(goal));
    if (!isOf(GoalType.SHORT_TERM, link)
        && !(command.linksParents() && isOf(GoalType.IMMEDIATE, link))) {
      throw new RuleViolation(new Rule.GoalCannotHaveSessions(goal, link.type()));
    }
    return link;
  }

  private static boolean isOf(GoalType type, GoalLink link) {
    return link.type().equals(type.code());
  }

  /** The type of a goal never changes: the event of its creation says it. */
  private String typeOf(EntityRef goal) {
    return streams.eventsOf(goal.toString()).stream().filter(GoalCreated.class::isInstance)
        .map(GoalCreated.class::cast).findFirst().map(GoalCreated::type)
        .orElse("goal of no known type");
  }

  private SessionCreated created(CreateSession command, EntityRef parent, List<GoalLink> links,
      Instant now) {
    var name = command.name() == null ? generatedName(command, now) : command.name().text();
    var facts = new Facts(name, "", null, null, null, null, null, null, null, null);
    for (var fact : command.facts()) {
      facts = with(facts, fact);
    }
    facts.requireTime();
    return new SessionCreated(command.sessionId().id(), command.rootId(), parent, links,
        facts.name(), facts.description(), facts.durationMinutes(), facts.totalDurationSeconds(),
        facts.start(), facts.end(), facts.templateId(), facts.data(), clock.dayOf(now), now);
  }

  private String generatedName(CreateSession command, Instant now) {
    var number = entities.live(command.rootId(), Kind.SESSION).size() + 1;
    return "Practice Session " + number + " - " + DAY.format(clock.dayOf(now));
  }

  private static Facts with(Facts facts, Fact fact) {
    return switch (fact) {
      case Describe(var description) -> facts.withDescription(description.text());
      case SetStart(var start) -> facts.withStart(start);
      case SetEnd(var end) -> facts.withEnd(end);
      case SetDuration(var minutes) -> facts.withDuration(minutes);
      case SetTotalDuration(var seconds) -> facts.withTotalDuration(seconds);
      case SetTemplate(var template) -> facts.withTemplate(template);
      case SetData(var data) -> facts.withData(data);
    };
  }
}
