package org.fractalgoals.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What is set beside the command line. A flag beats a variable of the environment, that beats the file of settings, and
 * that the default. The settings are the common options and those of {@code serve}: what other commands are asked for is
 * asked each time.
 */
final class Configuration implements IDefaultValueProvider {

  /** Its name in a data directory. */
  static final String FILE = "fractal.properties";

  private static final String PREFIX = "FRACTAL_";

  /** Names that variables had before they were derived from those of the options. */
  private static final Map<String, String> OTHER_NAMES = Map.of("data", "FRACTAL_DATA_DIR",
      "origins", "FRACTAL_CORS_ORIGINS");

  private final Map<String, String> variables;
  private final @Nullable Path file;
  private final Map<String, String> inFile;

  private Configuration(Map<String, String> variables, @Nullable Path file,
      Map<String, String> inFile) {
    this.variables = variables;
    this.file = file;
    this.inFile = inFile;
  }

  /** Without a file. */
  static Configuration of(Map<String, String> variables) {
    return new Configuration(variables, null, Map.of());
  }

  /**
   * With the settings of a file.
   *
   * @param keys what may be set in it
   * @throws CommandFailed if it cannot be read, or sets something else
   */
  Configuration with(Path settings, Set<String> keys) {
    var read = new Properties();
    try (var text = Files.newBufferedReader(settings)) {
      read.load(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailed("The file of settings %s cannot be read: %s.".formatted(settings, e));
    }
    var known = new HashMap<String, String>();
    for (var key : new TreeSet<>(read.stringPropertyNames())) {
      if (!keys.contains(key)) {
        throw new CommandFailed(
            "The file %s sets \"%s\", which cannot be set there; what can is: %s."
                .formatted(settings, key, String.join(", ", new TreeSet<>(keys))));
      }
      known.put(key, read.getProperty(key).strip());
    }
    return new Configuration(variables, settings, known);
  }

  /** What a setting is; empty if neither a variable nor the file says so. */
  Optional<String> value(String key) {
    return variable(key).map(variables::get).or(() -> Optional.ofNullable(inFile.get(key)));
  }

  /** Where a setting comes from, for those who have to correct it; empty if it is not set. */
  Optional<String> placeOf(String key) {
    return variable(key).map(name -> "the variable " + name)
        .or(() -> inFile.containsKey(key)
            ? Optional.of("the file %s, key \"%s\"".formatted(file, key))
            : Optional.empty());
  }

  /** The variable that sets it; an empty one sets nothing. */
  private Optional<String> variable(String key) {
    var name = PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
    return List.of(name, OTHER_NAMES.getOrDefault(key, name)).stream()
        .filter(each -> !variables.getOrDefault(each, "").isEmpty()).findFirst();
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return keyOf(argument).flatMap(this::value).orElse(null);
  }

  /** The name of an option that is a setting of the server; empty if it is something else. */
  static Optional<String> keyOf(ArgSpec argument) {
    return argument instanceof OptionSpec option && !option.inherited() && !option.usageHelp()
        && !option.versionHelp() && option.command().userObject() instanceof Serve
            ? Optional.of(keyOf(option))
            : Optional.empty();
  }

  private static String keyOf(OptionSpec option) {
    return option.longestName().replaceFirst("^--", "");
  }
}
