package org.fractalgoals.domain.template;

import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;

/**
 * What can be asked of a single template. It is deleted and restored by what {@code org.fractalgoals.domain.trash}
 * offers.
 */
public sealed interface TemplateCommand {

  TemplateId templateId();

  /** The fractal the template is asked for in. */
  String rootId();

  /**
   * A new template.
   *
   * @param data free JSON, as it was sent
   */
  record CreateTemplate(@TargetAggregateIdentifier TemplateId templateId, String rootId, Name name,
      Description description, JsonText data) implements TemplateCommand {}

  /** Several changes of one template, all or none. */
  record ChangeTemplate(@TargetAggregateIdentifier TemplateId templateId, String rootId,
      List<TemplateChange> changes) implements TemplateCommand {

    public ChangeTemplate {
      changes = List.copyOf(changes);
    }
  }

  /** One change of a template. */
  sealed interface TemplateChange {

    record Rename(Name name) implements TemplateChange {}

    record Describe(Description description) implements TemplateChange {}

    /** Replaces the whole of its data. */
    record SetData(JsonText data) implements TemplateChange {}
  }
}
