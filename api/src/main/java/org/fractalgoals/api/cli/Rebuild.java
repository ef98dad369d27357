package org.fractalgoals.api.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.fractalgoals.api.Version;
import org.fractalgoals.api.admin.AdminToken;
import org.fractalgoals.api.admin.RebuildView;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.eventstore.Codecs;
import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.eventstore.DirectoryLock.Holder;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.file.StoredPosition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Builds the read model anew, also while a server runs. */
@Command(name = "rebuild", description = {
    "Builds the tables that answer queries anew from the events.",
    "A running server does it and answers meanwhile; where none runs, the command does it itself."}, footer = {
        "  fractal rebuild --prepare"})
final class Rebuild implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Option(names = "--prepare", description = "Build what this version of the program needs, beside a server of an older version that goes on undisturbed.") private boolean prepare;

  @Override
  public Integer call() {
    var settings = Objects.requireNonNull(main);
    try (var store = StoreView.open(settings.directory(), settings.askedEnvironment())) {
      var holder = DirectoryLock.holder(settings.directory());
      if (prepare) {
        prepare(settings, store);
      } else if (holder.isPresent()) {
        through(settings.directory(), holder.get());
      } else {
        alone(settings, store);
      }
    }
    return 0;
  }

  private void prepare(Main settings, StoreView store) {
    var ready = ready(settings.directory(), store);
    if (ready.isPresent()) {
      say("The read model of this version is there already, up to event %d: %s."
          .formatted(ready.get().position(), ready.get().file()));
    } else {
      build(settings, store);
    }
  }

  /** What this version has of just this store. */
  private static Optional<StoredPosition> ready(Path directory, StoreView store) {
    return ReadModel.peek(directory, Codecs.version())
        .filter(known -> known.storeId().equals(store.info().storeId()))
        .filter(known -> store.headAt(known.position()).filter(known.head()::equals).isPresent());
  }

  private void alone(Main settings, StoreView store) {
    var lock = DirectoryLock.acquire(settings.directory(), Version.current());
    try {
      build(settings, store);
    } finally {
      lock.close();
    }
  }

  private void build(Main settings, StoreView store) {
    var line = line();
    var clock = new WallClockText(store.info().zone());
    ReadModel.build(settings.directory(), store.eventsUpTo(store.head().position()),
        Codecs.version(), settings.clock(), step -> line.accept(RebuildView.of(step, clock)));
    var built = ReadModel.peek(settings.directory(), Codecs.version()).orElseThrow();
    say("The read model is built, up to event %d: %s.".formatted(built.position(), built.file()));
  }

  private void through(Path directory, Holder holder) {
    var port = holder.port();
    if (port == null) {
      throw new CommandFailed(
          "The data directory %s is in use by process %d, which is no server: wait until that one has ended."
              .formatted(directory, holder.pid()));
    }
    try (var server = new ServedRebuild(port, ServedApi.token(directory))) {
      server.begin();
      say("""
        The server on port %d rebuilds, and goes on if this command is ended. To cancel it:
          curl -X DELETE -H "Authorization: Bearer $(cat %s)" http://127.0.0.1:%d/api/admin/projections/rebuild"""
          .formatted(port, directory.resolve(AdminToken.FILE), port));
      tell(server.watch(line()));
    }
  }

  private void tell(RebuildView end) {
    switch (end.phase()) {
      case "done" -> say("The new read model is in use.");
      case "cancelled" -> throw new CommandFailed(
          "The rebuild was cancelled; the read model is the one it was.");
      default -> throw new CommandFailed(
          "The rebuild failed, the read model is the one it was: %s".formatted(end.problem()));
    }
  }

  private RebuildLine line() {
    return new RebuildLine(spec.commandLine().getOut(), Ansi.AUTO.enabled());
  }

  private void say(String text) {
    var out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
