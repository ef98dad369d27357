package org.fractalgoals.api.goal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;

/** Reads deadlines as clients send them: {@code 2026-03-04}, or with any time after a {@code T}, which is ignored. */
final class Deadlines {

  private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T.*)?",
      Pattern.DOTALL);

  private Deadlines() {}

  /**
   * The member {@code deadline}; empty if it is absent, null or an empty text.
   *
   * @throws HttpProblem 400 if it is anything else than a day of the calendar
   */
  static Optional<LocalDate> in(JsonObject body) {
    return body.optionalText("deadline").filter(text -> !text.isEmpty()).map(Deadlines::day);
  }

  private static LocalDate day(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw unreadable();
    }
    try {
      return LocalDate.parse(form.group(1));
    } catch (DateTimeParseException noSuchDay) {
      throw unreadable();
    }
  }

  private static HttpProblem unreadable() {
    return HttpProblem.badRequest("\"deadline\" must be a day such as 2026-03-04, or null.");
  }
}
