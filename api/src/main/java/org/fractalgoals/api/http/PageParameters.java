package org.fractalgoals.api.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.fractalgoals.projections.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a long list is asked for. What is wrong with a parameter is a {@link HttpProblem} with status 400.
 *
 * @param limit how many items at most
 * @param after the place that the page begins after; null for the first page
 */
public record PageParameters(int limit, @Nullable Cursor after) {

  private static final int DEFAULT_LIMIT = 100;
  private static final int GREATEST_LIMIT = 1000;

  private static final Pattern LIMIT = Pattern.compile("[0-9]{1,4}");
  private static final Pattern CURSOR = Pattern.compile("(-?[0-9]{1,18}) (.+)", Pattern.DOTALL);

  /**
   * Some items of a list.
   *
   * @param next what to send as {@code after} for the next page; null on the last one
   */
  public record Page<T>(List<T> items, @Nullable String next) {}

  /** Asks a list for its items after a place. */
  @FunctionalInterface
  public interface Source<T> {

    /**
     * @param limit the greatest number of items to give
     */
    List<T> items(@Nullable Cursor after, int limit);
  }

  /**
   * @param limit null for the usual number of items
   * @param after the {@code next} of the page before; null for the first page
   */
  public static PageParameters of(@Nullable String limit, @Nullable String after) {
    return new PageParameters(limit(limit), after == null ? null : cursor(after));
  }

  /**
   * How many items at most.
   *
   * @param text null for the usual number
   */
  public static int limit(@Nullable String text) {
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

  /** The page of a list. */
  public <T> Page<T> read(Source<T> source, Function<T, Cursor> place) {
    // one more than asked for tells whether there is a next page
    var found = source.items(after, limit + 1);
    return found.size() > limit
        ? new Page<>(found.subList(0, limit), token(place.apply(found.get(limit - 1))))
        : new Page<>(found, null);
  }

  /** A cursor as clients get it. */
  private static String token(Cursor cursor) {
    var micros = ChronoUnit.MICROS.between(Instant.EPOCH, cursor.createdAt());
    return Base64.getUrlEncoder().withoutPadding()
        .encodeToString((micros + " " + cursor.id()).getBytes(StandardCharsets.UTF_8));
  }

  /** A cursor as clients send it back. */
  private static Cursor cursor(String token) {
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

  /** What is sent as {@code after} is not the {@code next} of any page. */
  public static HttpProblem unknownCursor() {
    return HttpProblem.badRequest("\"after\" must be the \"next\" of the page before.");
  }
}
