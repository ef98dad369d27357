package org.fractalgoals.domain.goal;

import java.util.Arrays;
import java.util.Optional;

/** The levels of goals, from the top of a fractal down. Levels may be skipped. */
public enum GoalType {
  ULTIMATE("UltimateGoal"),
  LONG_TERM("LongTermGoal"),
  MID_TERM("MidTermGoal"),
  SHORT_TERM("ShortTermGoal"),
  IMMEDIATE("ImmediateGoal"),
  MICRO("MicroGoal"),
  NANO("NanoGoal");

  private final String code;

  GoalType(String code) {
    this.code = code;
  }

  /** The name that is stored and that the API speaks. */
  public String code() {
    return code;
  }

  public static Optional<GoalType> ofCode(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }
}
