package org.fractalgoals.api.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the port that a server is to listen on. */
final class ServerPort implements ITypeConverter<Integer> {

  static final String DEFAULT = "8001";

  private static final int LARGEST = 65_535;

  @Override
  public Integer convert(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= LARGEST) {
        return port;
      }
    } catch (NumberFormatException noNumber) {
      throw wrong(text);
    }
    throw wrong(text);
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException(
        "\"%s\" is no port: a number from 0 to %d".formatted(text, LARGEST));
  }
}
