package org.fractalgoals.domain.template;

import java.util.Objects;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDataChanged;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDeleted;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDescribed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRenamed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRestored;
import org.fractalgoals.domain.template.TemplateEvent.TemplateTouched;
import org.jspecify.annotations.Nullable;

/** What decisions about a template need to know of it. */
public record TemplateState(String templateId, String rootId, String name, String description,
    JsonText data, boolean deleted) {

  /** The state of a template that was just created. */
  public static TemplateState of(TemplateCreated created) {
    return new TemplateState(created.templateId(), created.rootId(), created.name(),
        created.description(), created.data(), false);
  }

  /**
   * The state after an event of the template's stream.
   *
   * @param before null before the template came into being
   * @return null while it was only found to be missing
   */
  public static @Nullable TemplateState after(@Nullable TemplateState before, DomainEvent event) {
    return switch (event) {
      case TemplateCreated created -> of(created);
      case TemplateEvent happened -> Objects.requireNonNull(before).evolve(happened);
      case ThingFoundMissing missing -> before;
      default -> throw new IllegalArgumentException("not an event of a template: " + event);
    };
  }

  /** The state after an event. */
  public TemplateState evolve(TemplateEvent event) {
    return switch (event) {
      case TemplateCreated created -> of(created);
      case TemplateRenamed renamed -> with(renamed.name(), description, data, deleted);
      case TemplateDescribed described -> with(name, described.description(), data, deleted);
      case TemplateDataChanged changed -> with(name, description, changed.data(), deleted);
      case TemplateDeleted gone -> with(name, description, data, true);
      case TemplateRestored back -> with(name, description, data, false);
      case TemplateTouched touched -> this;
    };
  }

  private TemplateState with(String newName, String newDescription, JsonText newData,
      boolean isDeleted) {
    return new TemplateState(templateId, rootId, newName, newDescription, newData, isDeleted);
  }
}
