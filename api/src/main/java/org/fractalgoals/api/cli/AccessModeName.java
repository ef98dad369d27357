package org.fractalgoals.api.cli;

import org.fractalgoals.api.security.AccessMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads who has to say who they are. */
final class AccessModeName implements ITypeConverter<AccessMode> {

  @Override
  public AccessMode convert(String text) {
    return switch (text) {
      case "local" -> AccessMode.LOCAL;
      case "token" -> AccessMode.TOKEN;
      default ->
        throw new TypeConversionException("\"%s\" is neither local nor token".formatted(text));
    };
  }
}
