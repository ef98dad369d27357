package org.fractalgoals.domain.fact;

import static org.fractalgoals.domain.fact.Fact.fact;

import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.template.TemplateEvent;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDataChanged;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDeleted;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDescribed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRenamed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRestored;
import org.fractalgoals.domain.template.TemplateEvent.TemplateTouched;
import org.jspecify.annotations.Nullable;

/** The fields of a template of sessions. */
final class TemplateFacts {

  private TemplateFacts() {}

  static List<Fact> told(TemplateEvent event) {
    var template = event.template();
    return switch (event) {
      case TemplateCreated it -> List.of(fact(template, "name", it.name()),
          fact(template, "description", it.description()),
          fact(template, "template_data", it.data()));
      case TemplateRenamed it -> List.of(fact(template, "name", it.name()));
      case TemplateDescribed it -> List.of(fact(template, "description", it.description()));
      case TemplateDataChanged it -> List.of(fact(template, "template_data", it.data()));
      case TemplateTouched it -> List.of(fact(template, FieldKey.UPDATED, it.at()));
      case TemplateDeleted it -> List.of();
      case TemplateRestored it -> List.of();
    };
  }

  static @Nullable DomainEvent change(Wish wish) {
    return switch (wish.key().field()) {
      case "name" -> new TemplateRenamed(wish.id(), wish.text(), wish.at());
      case "description" -> new TemplateDescribed(wish.id(), wish.text(), wish.at());
      case "template_data" -> wish.json()
          .map(json -> new TemplateDataChanged(wish.id(), json, wish.at())).orElse(null);
      default -> null;
    };
  }
}
