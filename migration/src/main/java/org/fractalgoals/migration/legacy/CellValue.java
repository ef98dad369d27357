package org.fractalgoals.migration.legacy;

import org.jspecify.annotations.Nullable;

/** What is stored in one cell: SQLite's storage class and the value, nothing converted. */
public sealed interface CellValue {

  /** Name of the storage class as {@code typeof()} gives it. */
  String storage();

  /** The value as text: numbers in their shortest form, bytes in hexadecimal; null for NULL. */
  @Nullable
  String text();

  record Null() implements CellValue {
    @Override
    public String storage() {
      return "null";
    }

    @Override
    public @Nullable String text() {
      return null;
    }
  }

  record Int(long number) implements CellValue {
    @Override
    public String storage() {
      return "integer";
    }

    @Override
    public String text() {
      return Long.toString(number);
    }
  }

  record Real(double number) implements CellValue {
    @Override
    public String storage() {
      return "real";
    }

    /** The shortest text that reads back as the same number. */
    @Override
    public String text() {
      return Double.toString(number);
    }
  }

  record Text(String text) implements CellValue {
    @Override
    public String storage() {
      return "text";
    }
  }

  /**
   * Text whose bytes are not valid in the encoding of the file.
   *
   * @param text with replacement characters
   * @param hex the bytes themselves, lower-case
   */
  record BrokenText(String text, String hex) implements CellValue {
    @Override
    public String storage() {
      return "text";
    }
  }

  /** Bytes, in lower-case hexadecimal. */
  record Blob(String hex) implements CellValue {
    @Override
    public String storage() {
      return "blob";
    }

    @Override
    public String text() {
      return hex;
    }
  }
}
