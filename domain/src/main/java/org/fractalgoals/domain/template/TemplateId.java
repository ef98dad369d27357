package org.fractalgoals.domain.template;

import org.fractalgoals.domain.entity.EntityRef;

/** Identifies a template of sessions. Its text is the name of the template's stream. */
public record TemplateId(String id) {

  public EntityRef ref() {
    return EntityRef.template(id);
  }

  @Override
  public String toString() {
    return ref().toString();
  }
}
