package org.fractalgoals.domain.template;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.template.TemplateCommand.ChangeTemplate;
import org.fractalgoals.domain.template.TemplateCommand.CreateTemplate;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange.Describe;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange.Rename;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange.SetData;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDataChanged;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDescribed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRenamed;
import org.jspecify.annotations.Nullable;

/**
 * What a template answers to a command. Pure: everything a decision depends on is an argument. A command that would
 * change nothing gives no event.
 */
final class TemplateDecider {

  /**
   * What a decision depends on besides the template itself.
   *
   * @param now whole microseconds
   * @param visible whether the template and its fractal live
   */
  record Circumstances(Instant now, boolean visible) {}

  private TemplateDecider() {}

  static List<TemplateEvent> decide(CreateTemplate command, Instant now) {
    return List.of(new TemplateCreated(command.templateId().id(), command.rootId(),
        command.name().text(), command.description().text(), command.data(), now));
  }

  static List<TemplateEvent> decide(TemplateState template, ChangeTemplate command,
      Circumstances given) {
    if (!template.rootId().equals(command.rootId())) {
      throw new RuleViolation(new Rule.IsUnknown(command.templateId().ref()));
    }
    if (template.deleted() || !given.visible()) {
      throw new RuleViolation(new Rule.IsDeleted(command.templateId().ref()));
    }
    var events = new ArrayList<TemplateEvent>();
    var state = template;
    for (var change : command.changes()) {
      var event = change(state, change, given.now());
      if (event != null) {
        events.add(event);
        state = state.evolve(event);
      }
    }
    return events;
  }

  private static @Nullable TemplateEvent change(TemplateState template, TemplateChange change,
      Instant now) {
    return switch (change) {
      case Rename(var name) -> name.text().equals(template.name())
          ? null
          : new TemplateRenamed(template.templateId(), name.text(), now);
      case Describe(var description) -> description.text().equals(template.description())
          ? null
          : new TemplateDescribed(template.templateId(), description.text(), now);
      case SetData(JsonText data) -> data.means(template.data())
          ? null
          : new TemplateDataChanged(template.templateId(), data, now);
    };
  }
}
