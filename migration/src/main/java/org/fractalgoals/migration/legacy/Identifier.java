package org.fractalgoals.migration.legacy;

/** Names of tables and columns cannot be bound to a statement; quoted like this any name is only a name. */
public final class Identifier {

  private Identifier() {}

  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
