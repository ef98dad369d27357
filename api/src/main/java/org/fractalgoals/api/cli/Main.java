package org.fractalgoals.api.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import org.fractalgoals.api.Settings;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Head;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a verification found a difference. */
@Command(name = "fractal", scope = ScopeType.INHERIT, mixinStandardHelpOptions = true, versionProvider = VersionLine.class, sortOptions = false, description = "Goals as a tree, and every change of them kept.", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
    "0:It is done.", "1:It failed; one sentence on stderr says why and what to do.",
    "2:It was asked for in a wrong way; nothing was done."}, footerHeading = "%nExample:%n", footer = "  fractal help serve", subcommands = {
        Serve.class, Demo.class, Migrate.class, Verify.class, Export.class, Status.class,
        Audit.class, Trash.class, Restore.class, Purge.class, Key.class, Rebuild.class,
        Backup.class,
        RestoreBackup.class, Help.class})
public final class Main implements Callable<Integer> {

  private static final Pattern HEAD = Pattern.compile("(\\p{XDigit}{64})@(\\d{1,18})");

  /** Who acts, as long as nobody has to say who they are. */
  static final String ACTOR = "local";

  private final Clock clock;
  private Configuration configuration;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "The data directory. Else the variable FRACTAL_DATA_DIR says it, else it is ./data, ./data-testing or ./data-production, after the environment.") private @Nullable Path data;

  @Option(names = "--env", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "development, testing or production. Else the variable FRACTAL_ENV says it, else it is development.") private @Nullable String env;

  @SuppressWarnings("unused") // looked at before the arguments are read
  @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "A file of settings. Else the variable FRACTAL_CONFIG says it, else it is fractal.properties in the data directory, if that is there.") private @Nullable Path config;

  private Main(Map<String, String> variables, Clock clock) {
    this.configuration = Configuration.of(variables);
    this.clock = clock;
  }

  /**
   * The command line, ready to execute arguments.
   *
   * @param variables environment variables
   */
  public static CommandLine commandLine(Map<String, String> variables, Clock clock) {
    var main = new Main(variables, clock);
    return new ConfiguredCommandLine(main).registerConverter(ZoneId.class, Main::zone)
        .registerConverter(EntityRef.class, Main::ref).registerConverter(Head.class, Main::head)
        .setParameterExceptionHandler(Failures::wrongUsage)
        .setExecutionExceptionHandler(Failures::failed);
  }

  /** Reads the settings before the arguments, which give way to none of them. */
  private static final class ConfiguredCommandLine extends CommandLine {

    private final Main main;

    ConfiguredCommandLine(Main main) {
      super(main);
      this.main = main;
    }

    @Override
    public int execute(String... arguments) {
      try {
        main.configuration = new ConfigurationFile(main.configuration, arguments).read(this);
      } catch (CommandFailed wrong) {
        return Failures.wrongSettings(wrong, this);
      }
      setDefaultValueProvider(main.configuration);
      return super.execute(arguments);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw new TypeConversionException(
          "\"%s\" is no time zone such as Europe/Berlin".formatted(text));
    }
  }

  private static EntityRef ref(String text) {
    return EntityRef.read(text).orElseThrow(() -> new TypeConversionException(
        "\"%s\" is not KIND/ID such as goal/0197c1a2".formatted(text)));
  }

  private static Head head(String text) {
    var head = HEAD.matcher(text);
    if (!head.matches()) {
      throw new TypeConversionException(
          "\"%s\" is not HASH@POSITION: 64 hexadecimal digits and the number of an event"
              .formatted(text));
    }
    return new Head(Long.parseLong(head.group(2)), head.group(1).toLowerCase(Locale.ROOT));
  }

  public static void main(String[] args) {
    System.exit(exitCode(args));
  }

  private static int exitCode(String[] args) {
    try {
      return commandLine(System.getenv(), Clock.systemUTC()).execute(args);
    } catch (OutOfMemoryError tooLittle) {
      System.err.println(
          "There is too little memory for this: give the program more, such as JAVA_TOOL_OPTIONS=-Xmx2g.");
      return 1;
    }
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(),
        "Say which command: " + String.join(", ", spec.subcommands().keySet()));
  }

  Clock clock() {
    return clock;
  }

  /** Whether the flag names a data directory. */
  boolean namesDirectory() {
    return data != null;
  }

  Path directory() {
    return data != null ? data
        : configuration.value("data").map(Path::of)
            .orElseGet(() -> defaults().directory());
  }

  String environment() {
    return defaults().code();
  }

  /** What the environment means where nothing else is said. */
  Environment defaults() {
    var asked = askedEnvironment();
    return asked == null ? Environment.DEVELOPMENT : Environment.ofCode(asked).orElseThrow();
  }

  /** The environment that flag, variable or file name; null if none does. */
  @Nullable
  String askedEnvironment() {
    var asked = env != null ? env : configuration.value("env").orElse(null);
    if (asked != null && Environment.ofCode(asked).isEmpty()) {
      throw new ParameterException(spec.commandLine(),
          "\"%s\" is no environment: development, testing or production%s".formatted(asked,
              env != null ? "" : configuration.placeOf("env").map(" (%s)"::formatted).orElse("")));
    }
    return asked;
  }

  Settings settings(@Nullable ZoneId zone) {
    return new Settings(directory(), environment(), zone, clock);
  }
}
