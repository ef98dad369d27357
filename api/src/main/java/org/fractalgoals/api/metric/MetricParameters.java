package org.fractalgoals.api.metric;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Pattern;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.IsoTime;
import org.fractalgoals.projections.session.Cursor;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of a history. What is wrong with one is a {@link HttpProblem} with status 400. */
public final class MetricParameters {

  private static final int DEFAULT_LIMIT = 100;
  private static final int GREATEST_LIMIT = 1000;

  private static final Pattern LIMIT = Pattern.compile("[0-9]{1,4}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern CURSOR = Pattern.compile("(-?[0-9]{1,18}) (.+)", Pattern.DOTALL);

  private final ZoneId zone;

  /**
   * @param zone that of days, and of times that say none
   */
  public MetricParameters(ZoneId zone) {
    this.zone = zone;
  }

  int limit(@Nullable String text) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    int limit = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > GREATEST_LIMIT) {
      throw HttpProblem
          .badRequest("\"limit\" must be a number from 1 to %d.".formatted(GREATEST_LIMIT));
    }
    return limit;
  }

  /** A time, or the beginning of a day; null for none. */
  @Nullable
  Instant from(@Nullable String text) {
    return text == null ? null : instant(read("from", text));
  }

  /** A time, or the end of a day; null for none. */
  @Nullable
  Instant to(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var time = read("to", text);
    return DAY.matcher(text).matches()
        ? inZone(time.digits().plusDays(1))
        : instant(time);
  }

  private static IsoTime read(String name, String text) {
    return IsoTime.read(text).orElseThrow(() -> HttpProblem.badRequest(
        "\"%s\" must be a day such as 2026-03-04 or a time such as 2026-03-04T05:06:07Z."
            .formatted(name)));
  }

  private Instant instant(IsoTime time) {
    var offset = time.offset();
    return offset == null ? inZone(time.digits()) : time.digits().toInstant(offset);
  }

  private Instant inZone(LocalDateTime digits) {
    return digits.atZone(zone).toInstant();
  }

  /** A cursor as clients get it. */
  static String token(Cursor cursor) {
    var micros = ChronoUnit.MICROS.between(Instant.EPOCH, cursor.createdAt());
    return Base64.getUrlEncoder().withoutPadding()
        .encodeToString((micros + " " + cursor.valueId()).getBytes(StandardCharsets.UTF_8));
  }

  /** A cursor as clients send it back; null for none. */
  @Nullable
  Cursor cursor(@Nullable String token) {
    if (token == null) {
      return null;
    }
    try {
      var form = CURSOR.matcher(
          new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
      if (form.matches()) {
        return new Cursor(Instant.EPOCH.plus(Long.parseLong(form.group(1)), ChronoUnit.MICROS),
            form.group(2));
      }
    } catch (IllegalArgumentException notOurs) {
      throw unknownCursor();
    }
    throw unknownCursor();
  }

  private static HttpProblem unknownCursor() {
    return HttpProblem.badRequest("\"after\" must be the \"next\" of the page before.");
  }
}
