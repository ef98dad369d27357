package org.fractalgoals.api.cli;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.purge.PurgeOutline;
import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.eventstore.DirectoryLock.Holder;
import org.fractalgoals.eventstore.StoreView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Erases something for good, also while a server runs. */
@Command(name = "purge", description = {
    "Erases something for good, from the history and the files too: with its parts, the notes about it and all that stands below it; with the goal at the top all of a fractal. There is no way back.",
    "A running server does it; where none runs, the command does it itself."}, footer = {
        "  fractal purge note/0197c1a2-6f00-7000-8000-000000000000 --dry-run",
        "  fractal purge note/0197c1a2-6f00-7000-8000-000000000000 --reason \"Asked for by the owner\""})
final class Purge implements Callable<Integer> {

  /** How long to wait for those who still read what was there. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration GLANCE = Duration.ofMillis(100);

  /** More copies are counted, and not named. */
  private static final int MOST_COPIES = 50;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Parameters(paramLabel = "ID", description = "What to erase: KIND/ID, or the ID alone where only one kind has it.") private String id = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who find what is left. It stays for good: say nothing of what is erased.") private @Nullable String reason;

  @Option(names = "--dry-run", description = "Only say what would go, and where its texts would stay.") private boolean dryRun;

  @Override
  public Integer call() {
    var settings = Objects.requireNonNull(main);
    try (var store = StoreView.open(settings.directory(), settings.askedEnvironment())) {
      var thing = NamedThing.only(id, store.entities(), found -> !found.placeholder(), "", spec);
      if (dryRun) {
        preview(thing, store, settings);
      } else {
        purge(thing, required(reason), store, settings);
      }
    }
    return 0;
  }

  private String required(@Nullable String text) {
    if (text == null) {
      throw new ParameterException(spec.commandLine(),
          "--reason is missing: it is kept in the place of what is erased");
    }
    return text;
  }

  private void preview(Entity thing, StoreView store, Main settings) {
    var plan = store.purgePlan(thing.ref(), thing.rootId());
    say("Purging %s would erase for good %s.".formatted(thing.ref(), inFigures(plan.outline())));
    var copies = store.copies(plan, thing.rootId());
    var places = new FileCopies(settings.directory()).of(copies.texts());
    copies.mentions().stream().map(mention -> "%s, in %s".formatted(mention.stream(),
        Counted.of(mention.events(), "event"))).forEach(places::add);
    if (places.isEmpty()) {
      say("Its texts were found nowhere else.");
    } else {
      say("Its texts are also here, and would stay:");
      places.stream().limit(MOST_COPIES).forEach(place -> say("  " + place));
      if (places.size() > MOST_COPIES) {
        say("  and in %s.".formatted(Counted.of(places.size() - MOST_COPIES, "more place")));
      }
    }
    say("Nothing was changed.");
  }

  private static String inFigures(PurgeOutline outline) {
    var things = outline.things().entrySet().stream()
        .map(kind -> "%s %d".formatted(kind.getKey().code(), kind.getValue()))
        .collect(Collectors.joining(", "));
    var rows = outline.rows() == 0
        ? ""
        : ", with %s of legacy files".formatted(Counted.of(outline.rows(), "row"));
    return "%s (%s) and what %s told%s".formatted(Counted.of(outline.count(), "thing"), things,
        Counted.of(outline.events(), "event"), rows);
  }

  private void purge(Entity thing, String why, StoreView store, Main settings) {
    try (var purging = purging(store, settings)) {
      var done = purging.purge(thing, why);
      say("%s is purged: %s gone, %s emptied.".formatted(thing.ref(),
          Counted.of(done.things(), "thing"), Counted.of(done.events(), "event")));
      awaitErasure(purging);
      say("The files in the data directory have nothing of it any more; backups and other copies may.");
    }
  }

  private static void awaitErasure(Purging purging) {
    long start = System.nanoTime();
    var state = purging.erasure();
    while (state.pending()) {
      if (state.obstacle() != null && System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new CommandFailed(
            "It is purged, but the files may still have something of it, as %s: serve goes on with that."
                .formatted(state.obstacle()));
      }
      LockSupport.parkNanos(GLANCE.toNanos());
      state = purging.erasure();
    }
  }

  private static Purging purging(StoreView store, Main settings) {
    var holder = DirectoryLock.holder(settings.directory());
    return holder.map(Holder::port)
        .<Purging>map(port -> new ServedPurging(port, ServedApi.token(settings.directory())))
        .orElseGet(() -> new DirectPurging(new CaughtUp(settings.directory(), settings.clock())
            .application(store.info().environment())));
  }

  private void say(String text) {
    var out = spec.commandLine().getOut();
    out.println(Printable.of(text));
    out.flush();
  }
}
