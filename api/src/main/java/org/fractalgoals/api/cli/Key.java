package org.fractalgoals.api.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.fractalgoals.api.key.KeyView;
import org.fractalgoals.domain.key.NewKey;
import org.fractalgoals.domain.key.Role;
import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.eventstore.DirectoryLock.Holder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Who may use the API where keys are asked for, also while a server runs. */
@Command(name = "key", description = {
    "Makes, lists and revokes keys to the API, which everybody needs where the server was started with --auth token.",
    "The name of a key is who acts with it, in the history too."}, footer = {
        "  fractal key add phone",
        "  fractal key add coach --fractal 0197c1a2-6f00-7000-8000-000000000000",
        "  fractal key list", "  fractal key revoke phone"})
final class Key implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(),
        "Say what is to be done: " + String.join(", ", spec.subcommands().keySet()));
  }

  @Command(name = "add", description = "Makes a key and shows it, once.", footer = "  fractal key add phone")
  int add(
      @Parameters(paramLabel = "NAME", description = "The name of its holder; never given twice.") String name,
      @Option(names = "--role", defaultValue = "user", paramLabel = "ROLE", description = "user or admin. Default: ${DEFAULT-VALUE}.") String role,
      @Option(names = "--fractal", paramLabel = "ID", description = "A fractal it is for; can be given several times. Default: all of them.") @Nullable List<String> fractals) {
    var key = new NewKey(name, Role.ofCode(role).orElseThrow(() -> new ParameterException(
        spec.commandLine(), "\"%s\" is neither user nor admin".formatted(role))),
        fractals == null ? List.of() : fractals);
    try (var keys = keys()) {
      say(keys.add(key).key());
    }
    return 0;
  }

  @Command(name = "list", description = "Lists the keys, the revoked ones too.", footer = "  fractal key list")
  int list(
      @Option(names = "--format", defaultValue = "table", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.") Format format) {
    try (var keys = keys()) {
      var all = keys.all();
      switch (format) {
        case json -> say(JSON.writeValueAsString(all));
        case table -> TextTable.of(List.of("name", "role", "fractals", "made at", "revoked at"),
            all.stream().map(Key::row).toList()).forEach(this::say);
      }
    }
    return 0;
  }

  private static List<String> row(KeyView key) {
    return List.of(key.name(), key.role(),
        key.fractals().isEmpty() ? "all" : String.join(" ", key.fractals()), key.createdAt(),
        Objects.requireNonNullElse(key.revokedAt(), ""));
  }

  @Command(name = "revoke", description = "Lets a key open nothing any more, at once and for good.", footer = "  fractal key revoke phone")
  int revoke(
      @Parameters(paramLabel = "NAME", description = "The name of its holder.") String name) {
    try (var keys = keys()) {
      keys.revoke(name);
      say("The key of \"%s\" opens nothing any more.".formatted(Printable.of(name)));
    }
    return 0;
  }

  private Keys keys() {
    var settings = Objects.requireNonNull(main);
    return DirectoryLock.holder(settings.directory()).map(Holder::port)
        .<Keys>map(port -> new ServedKeys(port, ServedApi.token(settings.directory())))
        .orElseGet(() -> new DirectKeys(settings.settings(null)));
  }

  private void say(String text) {
    var out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
