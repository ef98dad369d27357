package org.fractalgoals.api.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.fractalgoals.api.admin.AdminToken;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.eventstore.DirectoryLock.Holder;
import org.fractalgoals.eventstore.StoreView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings back something deleted, also while a server runs. */
@Command(name = "restore", description = {
    "Brings back something deleted, and what was deleted along with it.",
    "A running server does it; where none runs, the command does it itself."}, footer = {
        "  fractal restore activity/0197c1a2-6f00-7000-8000-000000000000 --name \"Scales, slowly\""})
final class Restore implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Parameters(paramLabel = "ID", description = "What to restore: KIND/ID as the trash lists it, or the ID alone where only one kind has it.") private String id = "";

  @Option(names = "--name", paramLabel = "NAME", description = "Another name, for when the old one is taken meanwhile.") private @Nullable String name;

  @Option(names = "--parent", paramLabel = "KIND/ID", description = "Another parent, for when the old one is deleted.") private @Nullable EntityRef parent;

  @Override
  public Integer call() {
    var settings = Objects.requireNonNull(main);
    try (var store = StoreView.open(settings.directory(), settings.askedEnvironment());
        var restoration = restoration(settings, store)) {
      var thing = wanted(restoration.entities());
      restoration.restore(thing, name, parent);
      var out = spec.commandLine().getOut();
      out.println(Printable.of(outcome(thing, restoration.entities())));
      out.flush();
    }
    return 0;
  }

  private static Restoration restoration(Main main, StoreView store) {
    return DirectoryLock.holder(main.directory()).map(Holder::port)
        .<Restoration>map(port -> new ServedRestoration(store.entities(), port,
            tokenIfAny(main.directory())))
        .orElseGet(() -> new DirectRestoration(
            new CaughtUp(main.directory(), main.clock()).application(store.info().environment())));
  }

  /** A server that wants to know nobody is asked by anybody. */
  private static Optional<AdminToken> tokenIfAny(Path directory) {
    return Files.isReadable(directory.resolve(AdminToken.FILE))
        ? AdminToken.find(directory)
        : Optional.empty();
  }

  private Entity wanted(Entities entities) {
    return requireRestorable(NamedThing.only(id, entities,
        thing -> thing.isPurged() || entities.known(thing.ref()).isPresent(),
        ": the command trash lists what can be restored", spec));
  }

  private static Entity requireRestorable(Entity thing) {
    if (ApiCollection.of(thing.ref().kind()).isEmpty()) {
      throw new CommandFailed("%s is part of something else and cannot be restored by itself."
          .formatted(thing.ref()));
    }
    return thing;
  }

  private static String outcome(Entity before, Entities entities) {
    if (before.lives()) {
      return "%s is not deleted: nothing has changed.".formatted(before.ref());
    }
    var back = entities.find(before.ref()).map(entities::cascade).orElse(List.of()).size();
    var purged = before.deletedBy() == null ? 0 : entities.purgedSince(before.deletedBy());
    return (back == 1
        ? "%s is back.".formatted(before.ref())
        : "%s is back, %d things in all.".formatted(before.ref(), back))
        + (purged == 0
            ? ""
            : " What was purged since stays gone: %s.".formatted(Counted.of(purged, "thing")));
  }
}
