package org.fractalgoals.api.input;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What may be sent in the place of any member of a body: the rows of the table. */
enum Wrong {

  NOTHING(null),
  NULL("null"),
  NUMBER("1"),
  FRACTION("1.5"),
  NEGATIVE("-1"),
  ENDLESS_NUMBER("1e999"),
  TOO_MANY_DIGITS("1".repeat(1001)),
  NAN("NaN"),
  INFINITY("-Infinity"),
  TRUE("true"),
  EMPTY_LIST("[]"),
  LIST("[\"x\"]"),
  EMPTY_OBJECT("{}"),
  OBJECT("{\"x\":1}"),
  EMPTY_TEXT("\"\""),
  BLANK_TEXT("\"   \""),
  TEXT("\"nonsense\""),
  NUMBER_AS_TEXT("\"45\""),
  FRACTION_AS_TEXT("\"4.5\""),
  NAN_AS_TEXT("\"NaN\""),
  ENDLESS_NUMBER_AS_TEXT("\"1e999\""),
  TRUE_AS_TEXT("\"true\""),
  NULL_AS_TEXT("\"null\""),
  IMPOSSIBLE_DAY("\"2031-02-30\""),
  LONG_NAME("\"" + "n".repeat(1000) + "\""),
  LONG_TEXT("\"" + "t".repeat(100_001) + "\""),
  U0000("\"a\\u0000b\""),
  INJECTION("\"' OR '1'='1\""),
  HALF_A_SURROGATE_PAIR("\"a\\ud800b\""),
  THE_WRONG_HALF_FIRST("\"\\ude80\\ud83d\""),
  TWICE("1,\"%1$s\":1"),
  TWICE_IN_DISGUISE("1,\"%2$s\":1"),
  TOO_DEEP("[".repeat(200) + "]".repeat(200));

  /** What is refused wherever a body is read at all, asked for or not. */
  static final Set<Wrong> MALFORMED = EnumSet.of(TOO_MANY_DIGITS, NAN, INFINITY,
      HALF_A_SURROGATE_PAIR, THE_WRONG_HALF_FIRST, TWICE, TWICE_IN_DISGUISE, TOO_DEEP);

  /** What is a text as good as any other, where nothing but the length counts. */
  static final Set<Wrong> SHORT_TEXTS = EnumSet.of(TEXT, NUMBER_AS_TEXT, FRACTION_AS_TEXT,
      NAN_AS_TEXT, ENDLESS_NUMBER_AS_TEXT, TRUE_AS_TEXT, NULL_AS_TEXT, IMPOSSIBLE_DAY, U0000,
      INJECTION);

  private final @Nullable String json;

  Wrong(@Nullable String json) {
    this.json = json;
  }

  /**
   * The JSON to send; null to leave the member out.
   *
   * @param member its name
   */
  @Nullable
  String json(String member) {
    return json == null
        ? null
        : json.replace("%1$s", member).replace("%2$s",
            "\\u%04x%s".formatted((int) member.charAt(0), member.substring(1)));
  }

  /** Whether it can be wrong with a member only, which has a name, not with an item of a list. */
  boolean needsName() {
    return this == NOTHING || this == TWICE || this == TWICE_IN_DISGUISE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
