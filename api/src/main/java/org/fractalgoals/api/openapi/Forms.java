package org.fractalgoals.api.openapi;

import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.text.Texts;

/** The forms that values have all over the API. */
public final class Forms {

  /** An id that a client sends. */
  public static final Schema ID = Schema.text().with("minLength", 1).with("maxLength", 500);

  /** A name that a client sends. */
  public static final Schema NAME = Schema.text().with("minLength", 1).with("maxLength", Name.LIMIT)
      .with("pattern", "\\S");

  /** A longer text that a client sends. */
  public static final Schema LONG_TEXT = Schema.text().with("maxLength", Texts.LIMIT);

  /** A moment as the wall clock of the store's zone shows it. */
  public static final Schema WALL_CLOCK = Schema.text()
      .with("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}$");

  /** A calendar day as its midnight. */
  public static final Schema MIDNIGHT = Schema.text()
      .with("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00$");

  /** Digits of a time that belong to no zone. */
  public static final Schema DIGITS = Schema.text()
      .with("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{6})?$");

  /** A moment in UTC, in whole seconds. */
  public static final Schema UTC = Schema.text().with("format", "date-time")
      .with("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$");

  /** A list of JSON objects that are kept as they are sent. */
  public static final Schema OBJECTS = Schema.listOf(Schema.object());

  private Forms() {}
}
