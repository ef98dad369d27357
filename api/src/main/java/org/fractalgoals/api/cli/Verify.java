package org.fractalgoals.api.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.fractalgoals.api.cli.Check.Result;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.eventstore.StoreView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Looks whether all that is stored is what it must be, also beside a running server. */
@Command(name = "verify", description = {
    "Looks whether all that is stored is what it must be; a running server is not disturbed, and nothing is changed.",
    "The chain of hashes shows whether the history is what it was when it was written. The read model is made a second time, as a temporary file, and compared row by row."}, exitCodeList = {
        "0:Everything is as it must be.",
        "1:Something could not be checked; one sentence on stderr says what.",
        "2:It was asked for in a wrong way; nothing was done.",
        "3:There is a difference; the report names it."}, footer = {
            "  fractal verify --deep --format json"})
final class Verify implements Callable<Integer> {

  private static final int INCOMPLETE = 1;
  private static final int DIFFERENT = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Option(names = "--deep", description = "Looks also at the lookups and snapshots, at every page of both files, and proves each import again as far as the copy of its file is still there.") private boolean deep;

  @Option(names = "--expect-head", paramLabel = "HASH@POSITION", description = "A head that was noted earlier, elsewhere: the history must have gone through it. Finds also what somebody rewrote as a whole.") private @Nullable Head expected;

  @Option(names = "--format", defaultValue = "table", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.") private Format format = Format.table;

  @Override
  public Integer call() {
    var settings = Objects.requireNonNull(main);
    var checks = new ArrayList<Check>();
    try (var store = StoreView.open(settings.directory(), settings.askedEnvironment())) {
      var progress = new ProgressLine(spec.commandLine().getErr());
      new Verification(store, settings.directory(), settings.clock(), expected, deep,
          progress).run(check -> {
            checks.add(check);
            if (format == Format.table) {
              print(check);
            }
          });
    }
    if (format == Format.json) {
      write(new JsonMapper().writeValueAsString(members(checks)));
    }
    return end(checks);
  }

  private void print(Check check) {
    say("%-26s %-10s %s".formatted(check.name(), word(check.result()), check.detail()));
    check.first().forEach(finding -> say("  " + finding.sentence()));
    long untold = check.differences() - check.first().size();
    if (!check.first().isEmpty() && untold > 0) {
      say("  and %s more".formatted(Counted.of(untold, "difference")));
    }
  }

  private void say(String line) {
    write(Printable.of(line));
  }

  private void write(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  private static String word(Result result) {
    return result.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> members(List<Check> checks) {
    var members = new LinkedHashMap<String, Object>();
    members.put("result", word(worst(checks)));
    members.put("checks", checks.stream().map(Verify::members).toList());
    return members;
  }

  private static Map<String, Object> members(Check check) {
    var members = new LinkedHashMap<String, Object>();
    members.put("check", check.name());
    members.put("result", word(check.result()));
    members.put("detail", check.detail());
    members.put("differences", check.differences());
    members.put("first", check.first().stream().map(Finding::members).toList());
    return members;
  }

  /** A difference counts more than what could not be checked. */
  private static Result worst(List<Check> checks) {
    var results = checks.stream().map(Check::result).collect(Collectors.toSet());
    if (results.contains(Result.DIFFERENT)) {
      return Result.DIFFERENT;
    }
    return results.contains(Result.FAILED) ? Result.FAILED : Result.OK;
  }

  private int end(List<Check> checks) {
    return switch (worst(checks)) {
      case DIFFERENT -> complain(checks, Result.DIFFERENT, DIFFERENT,
          "Not everything is as it must be: %s.");
      case FAILED -> complain(checks, Result.FAILED, INCOMPLETE,
          "Not everything could be checked: %s.");
      default -> 0;
    };
  }

  private int complain(List<Check> checks, Result result, int exitCode, String sentence) {
    var err = spec.commandLine().getErr();
    err.println(sentence.formatted(checks.stream().filter(check -> check.result() == result)
        .map(Check::name).collect(Collectors.joining(", "))));
    err.flush();
    return exitCode;
  }
}
