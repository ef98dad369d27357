package org.fractalgoals.domain.template;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/** What happens to a template of sessions. */
public sealed interface TemplateEvent extends DomainEvent {

  /** Id of the template. */
  String templateId();

  /** The template itself. */
  default EntityRef template() {
    return EntityRef.template(templateId());
  }

  @Override
  default String stream() {
    return template().toString();
  }

  @Override
  default List<EntityChange> changes() {
    return switch (this) {
      case TemplateCreated created -> List
          .of(new EntityChange.Added(template(), null, created.name(), 0));
      case TemplateRenamed renamed -> List
          .of(new EntityChange.Renamed(template(), renamed.name()));
      case TemplateDeleted deleted -> List.of(new EntityChange.Deleted(template()));
      case TemplateRestored restored -> List.of(new EntityChange.Restored(template()));
      case TemplateDescribed described -> List.of();
      case TemplateDataChanged changed -> List.of();
      case TemplateTouched touched -> List.of();
    };
  }

  /**
   * A template came into being.
   *
   * @param rootId the fractal
   * @param name as sent
   * @param description may be empty
   * @param data free JSON, as it was sent
   */
  @StoredAs("template.created")
  record TemplateCreated(String templateId, String rootId, String name, String description,
      JsonText data, @Nullable Instant at) implements TemplateEvent {}

  /**
   * The template has another name.
   *
   * @param name the name it has now
   */
  @StoredAs("template.renamed")
  record TemplateRenamed(String templateId, String name, @Nullable Instant at)
      implements
        TemplateEvent {}

  /**
   * The template has another description.
   *
   * @param description what it says now; may be empty
   */
  @StoredAs("template.described")
  record TemplateDescribed(String templateId, String description, @Nullable Instant at)
      implements
        TemplateEvent {}

  /**
   * The whole of its data was replaced.
   *
   * @param data the new data; free JSON
   */
  @StoredAs("template.data-changed")
  record TemplateDataChanged(String templateId, JsonText data, @Nullable Instant at)
      implements
        TemplateEvent {}

  /** Deleted, alone or with its fractal. Sessions begun from it stay. */
  @StoredAs("template.deleted")
  record TemplateDeleted(String templateId, @Nullable Instant at) implements TemplateEvent {}

  /** The template is back from the trash. */
  @StoredAs("template.restored")
  record TemplateRestored(String templateId, @Nullable Instant at) implements TemplateEvent {}

  /** The legacy file says that the template was changed at this time, and not what was changed. */
  @StoredAs("template.touched")
  record TemplateTouched(String templateId, @Nullable Instant at) implements TemplateEvent {}
}
