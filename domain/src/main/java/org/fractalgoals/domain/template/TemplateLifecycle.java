package org.fractalgoals.domain.template;

import java.time.Instant;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDeleted;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRenamed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRestored;
import org.fractalgoals.domain.trash.Lifecycle;

/** How templates are deleted and restored. They stand in their fractal and are never moved. */
public final class TemplateLifecycle implements Lifecycle {

  @Override
  public Kind kind() {
    return Kind.TEMPLATE;
  }

  @Override
  public DomainEvent deleted(Entity template, Instant at) {
    return new TemplateDeleted(template.ref().id(), at);
  }

  @Override
  public DomainEvent restored(Entity template, Instant at) {
    return new TemplateRestored(template.ref().id(), at);
  }

  @Override
  public DomainEvent renamed(Entity template, String name, Instant at) {
    return new TemplateRenamed(template.ref().id(), name, at);
  }
}
