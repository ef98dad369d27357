package org.fractalgoals.projections;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.fractalgoals.domain.event.EventHistory;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.projections.activity.ActivityProjector;
import org.fractalgoals.projections.activity.ActivityQueries;
import org.fractalgoals.projections.activitygroup.GroupProjector;
import org.fractalgoals.projections.activitygroup.GroupQueries;
import org.fractalgoals.projections.asof.TimeTravel;
import org.fractalgoals.projections.engine.ProjectionStatus;
import org.fractalgoals.projections.engine.ProjectionStatus.State;
import org.fractalgoals.projections.engine.ProjectionStopped;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.file.Contents;
import org.fractalgoals.projections.file.Fingerprint;
import org.fractalgoals.projections.file.Generations;
import org.fractalgoals.projections.file.ReadModelFault;
import org.fractalgoals.projections.file.ReadModelFile;
import org.fractalgoals.projections.file.Schema;
import org.fractalgoals.projections.file.StoredPosition;
import org.fractalgoals.projections.goal.GoalProjector;
import org.fractalgoals.projections.goal.GoalQueries;
import org.fractalgoals.projections.missing.PlaceholderProjector;
import org.fractalgoals.projections.missing.PurgeProjector;
import org.fractalgoals.projections.naming.NameQueries;
import org.fractalgoals.projections.note.NoteProjector;
import org.fractalgoals.projections.note.NoteQueries;
import org.fractalgoals.projections.program.ProgramProjector;
import org.fractalgoals.projections.program.ProgramQueries;
import org.fractalgoals.projections.rebuild.Rebuild;
import org.fractalgoals.projections.rebuild.RebuildProgress;
import org.fractalgoals.projections.rebuild.RebuildProgress.Phase;
import org.fractalgoals.projections.rebuild.RebuildRunning;
import org.fractalgoals.projections.rebuild.RebuildTracker;
import org.fractalgoals.projections.rebuild.Rebuilding;
import org.fractalgoals.projections.rebuild.Rebuilding.Subscription;
import org.fractalgoals.projections.rebuild.Renewal;
import org.fractalgoals.projections.serving.LiveGeneration;
import org.fractalgoals.projections.serving.Serving;
import org.fractalgoals.projections.serving.Serving.Pin;
import org.fractalgoals.projections.session.InstanceProjector;
import org.fractalgoals.projections.session.InstanceQueries;
import org.fractalgoals.projections.session.MetricQueries;
import org.fractalgoals.projections.session.SessionProjector;
import org.fractalgoals.projections.template.TemplateProjector;
import org.fractalgoals.projections.template.TemplateQueries;
import org.fractalgoals.projections.trash.TrashQueries;
import org.fractalgoals.projections.tree.TreeQueries;
import org.fractalgoals.projections.version.VersionQueries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables that answer queries, and the projection that keeps them up with the events. Safe for use by many threads.
 */
public final class ReadModel implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReadModel.class);
  private static final List<Projector> PROJECTORS = List.of(new GoalProjector(),
      new GroupProjector(), new ActivityProjector(), new TemplateProjector(),
      new SessionProjector(), new InstanceProjector(), new NoteProjector(),
      new ProgramProjector(), new PlaceholderProjector(), new PurgeProjector());

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final Generations generations;
  private final EventReader events;
  private final List<Projector> projectors;
  private final Serving serving = new Serving();
  private final Rebuilding rebuilding;
  private final Renewal renewal;
  private final GoalQueries goals = new GoalQueries(serving);
  private final GroupQueries groups = new GroupQueries(serving);
  private final ActivityQueries activities = new ActivityQueries(serving);
  private final InstanceQueries instances = new InstanceQueries(serving);
  private final MetricQueries metrics = new MetricQueries(serving);
  private final TemplateQueries templates = new TemplateQueries(serving);
  private final NoteQueries notes = new NoteQueries(serving);
  private final ProgramQueries programs = new ProgramQueries(serving);
  private final TreeQueries trees = new TreeQueries(serving);
  private final TrashQueries trash = new TrashQueries(serving);
  private final NameQueries names = new NameQueries(serving);
  private final VersionQueries versions = new VersionQueries(serving);
  private boolean started;
  private boolean closed;

  private ReadModel(Generations generations, EventReader events, List<Projector> projectors,
      Clock clock) {
    this.generations = generations;
    this.events = events;
    this.projectors = projectors;
    this.rebuilding = new Rebuilding(generations, events, projectors, serving, clock);
    this.renewal = new Renewal(serving, rebuilding);
  }

  /**
   * Opens the read model of a data directory. Where there is none for this program, or it is damaged, or does not fit the
   * store, {@link #start()} builds it. No other program may write to it.
   *
   * @param directory made if it is missing
   * @param events the store; must outlive the read model
   * @param upcasters version of the set of upcasters that the events pass through
   * @param clock tells when rebuilds begin and end
   * @throws ReadModelFault if the files can neither be used nor replaced
   */
  public static ReadModel open(Path directory, EventReader events, String upcasters,
      Clock clock) {
    return open(directory, events, upcasters, clock, PROJECTORS);
  }

  static ReadModel open(Path directory, EventReader events, String upcasters, Clock clock,
      List<Projector> projectors) {
    var generations = Generations.in(directory, fingerprint(projectors, upcasters));
    var readModel = new ReadModel(generations, events, projectors, clock);
    generations.current().filter(file -> isUsable(file, events))
        .map(file -> LiveGeneration.open(file, events, projectors))
        .ifPresent(readModel.serving::use);
    generations.clean();
    return readModel;
  }

  private static boolean isUsable(ReadModelFile file, EventReader events) {
    var defect = file.defect(events);
    defect.ifPresent(what -> {
      LOG.warn("{} {}: it is built anew from the events", file.path().getFileName(), what);
      file.delete();
    });
    return defect.isEmpty();
  }

  /**
   * What the read model of this program in a data directory says of itself; empty if there is none. Reads only, also
   * beside the program that writes.
   *
   * @param upcasters as for {@link #open}
   * @throws ReadModelFault if the file is not readable
   */
  public static Optional<StoredPosition> peek(Path directory, String upcasters) {
    return generations(directory, upcasters).current().map(ReadModelFile::position);
  }

  /**
   * Opens the read model of this program in a data directory to be asked only, also beside the program that writes it.
   * What it shows may be behind the store: see {@link #peek}.
   *
   * @param upcasters as for {@link #open}
   * @throws ReadModelFault if there is none, or it is not readable
   */
  public static ReadModelView view(Path directory, String upcasters) {
    return generations(directory, upcasters).current().map(ReadModelView::of)
        .orElseThrow(() -> new ReadModelFault(
            "There is no read model of this program in %s.".formatted(directory), null));
  }

  private static Generations generations(Path directory, String upcasters) {
    return Generations.in(directory, fingerprint(PROJECTORS, upcasters));
  }

  private static Fingerprint fingerprint(List<Projector> projectors, String upcasters) {
    return Fingerprint.of(Schema.ddl(), projectors, upcasters);
  }

  /**
   * Builds the read model of this program from all that a store has, checks it and puts it in use, and touches none of
   * another program. Nobody else may build for this program in that directory, nor follow what is in use.
   *
   * @param upcasters as for {@link #open}
   * @param clock as for {@link #open}
   * @param listener is told of the progress, on the calling thread
   * @return what is in it
   * @throws ProjectionStopped if an event cannot be applied
   * @throws ReadModelFault if it cannot be written
   */
  public static Contents build(Path directory, EventReader events, String upcasters, Clock clock,
      Consumer<RebuildProgress> listener) {
    var generations = generations(directory, upcasters);
    var tracker = new RebuildTracker(clock, () -> events.head().position(), () -> false, listener);
    var file = new Rebuild(generations, events, PROJECTORS).build(tracker);
    generations.use(file);
    tracker.done();
    return file.contents();
  }

  /**
   * Puts the read model that was made in one directory in use in another. Neither may be open.
   *
   * @param upcasters as for {@link #open}
   * @throws ReadModelFault if there is none, or the disk refuses
   */
  public static void move(Path from, Path to, String upcasters) {
    var file = generations(from, upcasters).current()
        .orElseThrow(() -> new ReadModelFault("There is no read model in " + from, null));
    var target = generations(to, upcasters);
    var next = target.next();
    file.renameTo(next);
    target.use(target.settle(next));
    target.clean();
  }

  /** The file whose tables answer queries; empty while the first one is being built. */
  public Optional<Path> file() {
    return serving.current().map(live -> live.file().path());
  }

  /** Identifies schema and projectors: SHA-256, 64 lower-case hexadecimal digits. */
  public String fingerprint() {
    return generations.fingerprint().hex();
  }

  public GoalQueries goals() {
    return goals;
  }

  public GroupQueries groups() {
    return groups;
  }

  public ActivityQueries activities() {
    return activities;
  }

  public InstanceQueries instances() {
    return instances;
  }

  public MetricQueries metrics() {
    return metrics;
  }

  public TemplateQueries templates() {
    return templates;
  }

  public NoteQueries notes() {
    return notes;
  }

  public ProgramQueries programs() {
    return programs;
  }

  public TreeQueries trees() {
    return trees;
  }

  public TrashQueries trash() {
    return trash;
  }

  public NameQueries names() {
    return names;
  }

  public VersionQueries versions() {
    return versions;
  }

  /**
   * The generations on disk, the one in use and those kept for going back.
   *
   * @throws ReadModelFault if one is not readable
   */
  public List<Generation> generations() {
    var inUse = file();
    return generations.complete().stream().flatMap(file -> generation(file, inUse).stream())
        .toList();
  }

  /** Empty if it has been removed since it was seen. */
  private Optional<Generation> generation(Path file, Optional<Path> inUse) {
    try {
      var position = new ReadModelFile(file, generations.fingerprint()).position();
      return Optional.of(new Generation(file, position.fingerprint(), position.position(),
          file.toFile().length(), inUse.filter(file::equals).isPresent()));
    } catch (ReadModelFault fault) {
      if (Files.exists(file)) {
        throw fault;
      }
      return Optional.empty();
    }
  }

  /** What the projection does and how far it is. Cheap. */
  public ProjectionStatus status() {
    return serving.current().map(live -> live.engine().status()).orElseGet(this::statusOfFirst);
  }

  /** Of the generation before which there is none to be asked. */
  private ProjectionStatus statusOfFirst() {
    var failure = serving.failure().orElse(null);
    long done = failure == null
        ? rebuilding.progress().map(RebuildProgress::done).orElse(0L)
        : failure.position() - 1;
    return new ProjectionStatus(failure == null ? State.CATCHING_UP : State.STOPPED, done,
        events.head().position(), false, failure);
  }

  /**
   * Waits until the events up to a position are applied, and can be read.
   *
   * @return true, at once if they are already; false if the time ran out or the read model was closed before
   * @throws ProjectionStopped if the projection stopped at an event before that position
   */
  public boolean await(long position, Duration timeout) throws InterruptedException {
    return serving.await(position, timeout);
  }

  /**
   * Looks why a query of the calling thread failed.
   *
   * @return whether the file in use is damaged: then it is given up, and built anew from the events
   */
  public boolean isDamaged(Throwable failure) {
    return renewal.isOfDamage(failure);
  }

  /** Lets the calling thread see one and the same generation until the pin is closed. */
  public Pin pin() {
    return serving.pin();
  }

  /**
   * Lets threads see all this as it was.
   *
   * @param history tells what it was
   * @return to be closed before the read model
   */
  public TimeTravel timeTravel(EventHistory history) {
    return new TimeTravel(history, projectors, generations.fingerprint(), serving);
  }

  /**
   * Begins to follow the store, and before that to build what there is to follow with, if need be: what is built in a
   * moment can be read when this returns.
   *
   * @throws IllegalStateException if it has begun before, or is closed
   */
  public synchronized void start() {
    if (started || closed) {
      throw new IllegalStateException("the read model was started before, or is closed");
    }
    started = true;
    events.onAppend(this::wake);
    serving.current().ifPresentOrElse(live -> live.engine().start(), this::buildFirst);
  }

  private void buildFirst() {
    rebuilding.beginFirst();
    try {
      serving.awaitFirst(A_MOMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void wake() {
    rebuilding.wake();
    serving.current().ifPresent(live -> live.engine().wake());
  }

  /**
   * Begins to build the read model anew, beside the one that answers, and returns at once. What is in use stays in use
   * unless all goes well.
   *
   * @return how it stands now
   * @throws RebuildRunning if one is being built already
   * @throws IllegalStateException if the read model is not started, or is closed
   */
  public synchronized RebuildProgress rebuild() {
    if (!started) {
      throw new IllegalStateException("the read model is not started");
    }
    return serving.current().isPresent() ? rebuilding.begin() : rebuilding.beginFirst();
  }

  /**
   * Ends the rebuild that runs, soon.
   *
   * @return false if none runs, or if there is nothing in use that could stay
   */
  public boolean cancelRebuild() {
    return rebuilding.cancel();
  }

  /**
   * Builds the read model anew and removes every other file of it, also those kept for going back: nothing is left of what
   * the events do not tell any more. A rebuild that runs is given up.
   *
   * @return false if something else was in the way, such as another program that builds one: then this has to be done again
   * @throws IllegalStateException if the read model is not started, or is closed
   * @throws ReadModelFault if the disk refuses
   */
  public boolean renew() throws InterruptedException {
    cancelRebuild();
    rebuilding.awaitEnd();
    try {
      rebuild();
    } catch (RebuildRunning another) {
      return false;
    }
    rebuilding.awaitEnd();
    return lastRebuild().filter(rebuild -> rebuild.phase() == Phase.DONE).isPresent()
        && generations.removeOthers();
  }

  /** The rebuild that runs, or the last one of this process. */
  public Optional<RebuildProgress> lastRebuild() {
    return rebuilding.progress();
  }

  /** Tells of each change of phase and several times a second of progress. The listener must return at once. */
  public Subscription onRebuildProgress(Consumer<RebuildProgress> listener) {
    return rebuilding.subscribe(listener);
  }

  /** Ends after the batch in hand. Close it before the store. */
  @Override
  public synchronized void close() {
    closed = true;
    renewal.close();
    rebuilding.close();
    serving.close();
    serving.current().ifPresent(LiveGeneration::retire);
  }
}
