package org.fractalgoals.hostile;

import java.util.List;
import java.util.Random;

/** JSON values that programs stumble over. */
final class Nasty {

  private static final List<String> VALUES = List.of("null", "true", "[]", "{}", "[[]]", "0", "-0",
      "-1", "1.5", "1e999", "-1e-999", "9223372036854775807", "9223372036854775808",
      "123456789012345678901234567890", "0.1e-400", "1" + "0".repeat(999), "1" + "0".repeat(1_001),
      "01", ".5", "+1", "NaN", "Infinity", "\"\"", "\" \"", "\"\\t\\n\"", "\"\\u0000\"",
      "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude80\"", "\"\\u202e\"", "\"\\\\\"",
      "\"'; DROP TABLE goals; --\"", "\"' OR '1'='1\"", "\"%' UNION ALL VALUES(1)--\"",
      "\"{\\\"name\\\":\\\"x\\\"}\"", "\"[1,2,{]\"",
      "\"{\\\"sections\\\":[{\\\"activity_ids\\\":[null]}]}\"",
      "\"${jndi:ldap://x/y}\"", "\"{{7*7}}\"", "\"%s%n%d\"", "\"<script>alert(1)</script>\"",
      "\"../../../etc/passwd\"", "\"2031-02-30\"", "\"0000-00-00\"", "\"+999999999-12-31\"",
      "\"9999-12-31T23:59:59.999999999+18:00\"", "\"24:00\"", "\"$system\"", "\"goal/x\"",
      "\"UltimateGoal\"", "\"PracticeSession\"", "\"Placeholder\"", "[null]", "[1,\"a\",{}]",
      "{\"id\":1}", "{\"kind\":\"goal\",\"id\":null}", "[{\"id\":\"x\"},{\"id\":\"x\"}]");

  private Nasty() {}

  static String value(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> "\"" + "z".repeat(501) + "\"";
      case 1 -> "\"" + "z".repeat(100_001) + "\"";
      case 2 -> "[" + "\"x\",".repeat(2_000) + "\"x\"]";
      default -> VALUES.get(random.nextInt(VALUES.size()));
    };
  }
}
