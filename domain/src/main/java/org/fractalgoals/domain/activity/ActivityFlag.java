package org.fractalgoals.domain.activity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What performing an activity consists of. */
public enum ActivityFlag {
  /** It is performed in sets. */
  SETS("sets"),
  /** Something is measured. */
  METRICS("metrics"),
  /** Its metrics are multiplied with each other. */
  METRICS_MULTIPLICATIVE("metrics-multiplicative"),
  /** It is measured in parts, such as left and right. */
  SPLITS("splits");

  private final String code;

  ActivityFlag(String code) {
    this.code = code;
  }

  /** The name that is stored. */
  public String code() {
    return code;
  }

  /** The codes of flags. */
  public static Set<String> codes(Collection<ActivityFlag> flags) {
    return flags.stream().map(ActivityFlag::code).collect(Collectors.toUnmodifiableSet());
  }

  /** The flags that have these codes; codes of no flag are passed over. */
  public static Set<ActivityFlag> ofCodes(Set<String> codes) {
    return Arrays.stream(values()).filter(flag -> codes.contains(flag.code))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ActivityFlag.class)));
  }

  /** The same codes in an order that is always the same: equal events have equal texts. */
  static Set<String> inOrder(Set<String> codes) {
    return Collections.unmodifiableSet(new TreeSet<>(codes));
  }
}
