package org.fractalgoals.api.input;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a member may hold: how each wrong value is answered. Whatever is not said here to be accepted, or to be refused in
 * another way, is refused with 400.
 *
 * @param wrongs the answers to what may be sent in the place of any member
 * @param others the answers to JSON values that only this one gets; things of the {@link World} stand in angle brackets
 */
record Column(Map<Wrong, Integer> wrongs, Map<String, Integer> others) {

  /** The answer that the route gives to what is right. */
  static final int AS_EVER = 0;

  private static final int REFUSED = 400;

  /** Nothing that is not right is accepted. */
  static final Column STRICT = new Column(Map.of(), Map.of());

  /** A member that nobody asks for: anything that is JSON goes. */
  static final Column IGNORED = STRICT
      .accepting(EnumSet.complementOf(EnumSet.copyOf(Wrong.MALFORMED)));

  /** A name that must be there. */
  static final Column NAME = STRICT.accepting(Wrong.SHORT_TEXTS);

  /** A text that may be anything, or not be there. */
  static final Column TEXT = STRICT.accepting(Wrong.SHORT_TEXTS).accepting(Wrong.NOTHING,
      Wrong.NULL, Wrong.EMPTY_TEXT, Wrong.BLANK_TEXT, Wrong.LONG_NAME);

  /** A boolean that may not be there. */
  static final Column FLAG = STRICT.accepting(Wrong.NOTHING, Wrong.NULL, Wrong.TRUE);

  /** Anything, taken for true or false. */
  static final Column TRUTH = IGNORED;

  /** A whole number that may not be there. */
  static final Column COUNT = STRICT
      .accepting(Wrong.NOTHING, Wrong.NULL, Wrong.NUMBER, Wrong.NUMBER_AS_TEXT)
      .refusing(400, "9223372036854775808", "'0x10'", "'1_000'", "'٤٥'", "1e-1");

  /** A day that may not be there. */
  static final Column DAY = STRICT.accepting(Wrong.NOTHING, Wrong.NULL, Wrong.EMPTY_TEXT)
      .refusing(400, "'2031-13-01'", "'2031-1-1'", "'20310101'", "' 2031-01-01'",
          "'2031-01-01 '", "'2031-01-01 10:00'", "'+12031-01-01'", "'-2031-01-01'",
          "'0000-01-01'", "'2027-02-29'", "'٢٠٣١-٠١-٠١'", "'2031-01-01\\u0000'");

  /** A time that may not be there. */
  static final Column TIME = STRICT.accepting(Wrong.NOTHING, Wrong.NULL)
      .refusing(400, "'2031-13-01T10:00:00'", "'2031-01-01T24:00:01'", "'10:00'",
          "'2031-01-01T10'", "'2031-01-01T10:00:00+99:00'", "'2031-01-01T10:00:00 Z'",
          "'10000-01-01T00:00:00'", "'0000-01-01T00:00:00'", "'٢٠٣١-٠١-٠١T10:00:00'",
          "'2031-01-01T10:00:00Zulu'", "'2031-W01-1'", "'2031-01-01T10:00:00.'");

  /**
   * The id of a thing of this kind that must be there.
   *
   * @param kind as in the {@link World}
   */
  static Column id(String kind) {
    return STRICT.refusing(400, "'<other.%s>'".formatted(kind), "'<deleted.%s>'".formatted(kind),
        "'<missing.%s>'".formatted(kind), "'goal/<goal>'", "' <%s> '".formatted(kind));
  }

  /**
   * A list of ids of things of this kind that must be there, but may be empty.
   *
   * @param kind as in the {@link World}
   */
  static Column ids(String kind) {
    return STRICT.accepting(Wrong.EMPTY_LIST).refusing(400, "[1]", "[null]", "[[]]", "[{}]",
        "['']", "['<%s>',null]".formatted(kind), "['%s']".formatted("x".repeat(501)));
  }

  Column accepting(Wrong... wrong) {
    return accepting(Arrays.asList(wrong));
  }

  Column accepting(Collection<Wrong> wrong) {
    return with(wrong, AS_EVER);
  }

  Column refusing(Wrong... wrong) {
    return with(Arrays.asList(wrong), REFUSED);
  }

  Column refusing(int status, Wrong... wrong) {
    return with(Arrays.asList(wrong), status);
  }

  /** With values that only this column gets; single quotes stand for double ones. */
  Column accepting(String... json) {
    return with(AS_EVER, json);
  }

  /** With values that only this column gets; single quotes stand for double ones. */
  Column refusing(int status, String... json) {
    return with(status, json);
  }

  private Column with(Collection<Wrong> wrong, int status) {
    var answers = new TreeMap<>(wrongs);
    wrong.forEach(each -> answers.put(each, status));
    return new Column(answers, others);
  }

  private Column with(int status, String... json) {
    var answers = new LinkedHashMap<>(others);
    List.of(json).forEach(each -> answers.put(each.replace('\'', '"'), status));
    return new Column(wrongs, answers);
  }

  int answerTo(Wrong wrong) {
    return wrongs.getOrDefault(wrong, REFUSED);
  }

  /** All of the wrong values, in their order. */
  static Set<Wrong> rows() {
    return EnumSet.allOf(Wrong.class);
  }
}
