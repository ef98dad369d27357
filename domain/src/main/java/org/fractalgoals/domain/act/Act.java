package org.fractalgoals.domain.act;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.fractalgoals.domain.act.ActEvent.StoreBackedUp;
import org.fractalgoals.domain.act.ActEvent.StoreExported;
import org.jspecify.annotations.Nullable;

/** Something that was done beside the history and is to be remembered in it. */
public sealed interface Act {

  /** Name of the file that was written, without its folder. */
  String fileName();

  /** What is remembered. */
  ActEvent event(String actId, Instant at);

  /**
   * The store was copied.
   *
   * @param position of the last event that is in the copy; 0 if there is none
   */
  record Backup(String fileName, long position) implements Act {

    @Override
    public ActEvent event(String actId, Instant at) {
      return new StoreBackedUp(actId, fileName, position, at);
    }
  }

  /**
   * Data were written into a file for others.
   *
   * @param fractalId which fractal; null for all of the store
   * @param position of the last event that was looked at; 0 if there is none
   */
  record Export(Form form, @Nullable String fractalId, String fileName, long position)
      implements
        Act {

    @Override
    public ActEvent event(String actId, Instant at) {
      return new StoreExported(actId, form.code(), fractalId, fileName, position, at);
    }
  }

  /** What an export looks like. */
  enum Form {
    /** Today's state in the newest schema of the legacy application. */
    LEGACY,
    /** A legacy file as it was imported. */
    AS_IMPORTED,
    /** One fractal with its history as JSON. */
    FRACTAL;

    /** Its stable stored name. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The form with this stored name; empty if there is none. */
    public static Optional<Form> ofCode(String code) {
      return Arrays.stream(values()).filter(form -> form.code().equals(code)).findFirst();
    }
  }
}
