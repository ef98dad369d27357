package org.fractalgoals.domain.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name and shape under which an event is stored. Moving or renaming the class changes neither. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {

  /** Stable type name, such as {@code goal.created}; never reused for something else. */
  String value();

  /** Revision of the payload's shape, from 1; a new one needs an upcaster from the one before. */
  int revision() default 1;
}
