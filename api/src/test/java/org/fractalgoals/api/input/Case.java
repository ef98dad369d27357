package org.fractalgoals.api.input;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A request with one thing wrong with it, and its answer.
 *
 * @param what is wrong with it
 * @param path may name things of the {@link World}
 * @param status 4xx, or {@link Column#AS_EVER} if it is accepted
 * @param place the member or parameter that the refusal has to name; null if it is not about one
 * @param value what is sent there; empty if nothing is
 */
record Case(String what, String method, String path, Body body, int status,
    @Nullable String place, String value) {

  private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\"");

  boolean isAccepted() {
    return status < 400;
  }

  /**
   * What of a refusal tells where the fault is: the name of the member or what it stands in, a word of it such as
   * {@code parent} of {@code parent_id}, or the id that is sent there.
   */
  Stream<String> hints() {
    if (place == null) {
      return Stream.empty();
    }
    var lowerCase = place.toLowerCase(Locale.ROOT);
    var names = Arrays.stream(lowerCase.split("[/_]"))
        .filter(word -> word.length() > 3 && !word.equals("definition"))
        .map(word -> word.replaceFirst("s$", ""));
    var sent = TEXT.matcher(value).results().map(text -> text.group(1).toLowerCase(Locale.ROOT));
    return Stream.concat(names,
        Stream.concat(sent, Stream.of(lowerCase.replaceAll(".*/", "") + "\"")));
  }

  @Override
  public String toString() {
    return "%s: %s".formatted(what, isAccepted() ? "accepted" : status);
  }
}
