package org.fractalgoals.api.conditional;

import java.util.List;
import java.util.regex.Pattern;

import org.fractalgoals.api.http.HttpProblem;

/**
 * The entity tags that a header {@code If-Match} or {@code If-None-Match} lists (RFC 9110, 13.1).
 *
 * @param any whether it is {@code *}
 * @param tags what stands between the quotes; whether a tag is weak does not matter here
 */
record TagList(boolean any, List<String> tags) {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7E]*)\"");
  private static final Pattern LIST = Pattern
      .compile("\\s*%1$s\\s*(?:,\\s*%1$s\\s*)*".formatted(TAG.pattern()));

  /**
   * @throws HttpProblem 400 if it is no list of entity tags
   */
  static TagList of(String name, String header) {
    if (header.strip().equals("*")) {
      return new TagList(true, List.of());
    }
    if (!LIST.matcher(header).matches()) {
      throw HttpProblem.badRequest(
          "The header %s must be * or entity tags in quotes, as the header ETag of an answer has them."
              .formatted(name));
    }
    return new TagList(false,
        TAG.matcher(header).results().map(found -> found.group(1)).toList());
  }

  /** Whether one of them is of this version of a thing, whatever has become of its fractal since. */
  boolean matchesVersion(long version) {
    var prefix = version + ".";
    return any || tags.stream().anyMatch(tag -> tag.startsWith(prefix));
  }

  /** Whether one of them is this tag. */
  boolean matches(EntityTag tag) {
    return any || tags.stream().anyMatch(text -> tag.header().equals("\"" + text + "\""));
  }
}
