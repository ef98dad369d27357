package org.fractalgoals.eventstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.fractalgoals.eventstore.fault.DirectoryInUse;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One writing process per data directory. The operating system holds the lock, so that it ends with the process,
 * however that ends; the file says who holds it.
 */
public final class DirectoryLock implements AutoCloseable {

  /**
   * Who holds the lock.
   *
   * @param port where its API is; null if it has none
   * @param version of the program
   */
  public record Holder(long pid, @Nullable Integer port, String version) {}

  private static final String FILE = "lock";
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Somebody may be asking who holds the lock, which takes it for a moment. */
  private static final int ATTEMPTS = 10;
  private static final Duration PAUSE = Duration.ofMillis(20);

  /**
   * What this process holds. Asked first: a process loses its lock as soon as it closes any descriptor of the file, so
   * that the holder must not even read it.
   */
  private static final Map<Path, DirectoryLock> HELD = new HashMap<>();

  private final Path directory;
  private final FileChannel channel;
  private volatile Holder holder;

  private DirectoryLock(Path directory, FileChannel channel, Holder holder) throws IOException {
    this.directory = directory;
    this.channel = channel;
    this.holder = holder;
    write();
  }

  /**
   * Takes the directory; makes it if there is none.
   *
   * @param version of this program, for the others to see
   * @throws DirectoryInUse if another process has it, naming that one
   * @throws StoreFault if the directory cannot be used
   */
  public static DirectoryLock acquire(Path directory, String version) {
    try {
      var real = Files.createDirectories(directory).toRealPath();
      synchronized (HELD) {
        var held = HELD.get(real);
        if (held != null) {
          throw new DirectoryInUse(inUse(directory, Optional.of(held.holder)));
        }
        var lock = take(real, new Holder(ProcessHandle.current().pid(), null, version));
        HELD.put(real, lock);
        return lock;
      }
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }

  private static DirectoryLock take(Path directory, Holder holder) throws IOException {
    var channel = FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE,
        StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (channel.tryLock() != null) {
          return new DirectoryLock(directory, channel, holder);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      throw new DirectoryInUse(inUse(directory, readHolder(directory)));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static StoreFault unusable(Path directory, IOException reason) {
    var sentence = reason instanceof AccessDeniedException denied
        ? "The data directory %s cannot be written to: this user may not change %s."
            .formatted(directory, denied.getFile())
        : "The data directory %s cannot be used: %s".formatted(directory, reason);
    return new StoreFault(sentence, reason);
  }

  private static String inUse(Path directory, Optional<Holder> holder) {
    var who = holder
        .map(known -> "process %d (version %s%s)".formatted(known.pid(), known.version(),
            known.port() == null ? "" : ", port " + known.port()))
        .orElse("another process");
    return "The data directory %s is in use by %s: stop that one first.".formatted(directory, who);
  }

  /** Who holds the lock now; empty if nobody does. */
  public static Optional<Holder> holder(Path directory) {
    if (!Files.exists(directory.resolve(FILE))) {
      return Optional.empty();
    }
    try {
      var real = directory.toRealPath();
      synchronized (HELD) {
        var held = HELD.get(real);
        return held == null ? holderElsewhere(real) : Optional.of(held.holder);
      }
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }

  private static Optional<Holder> holderElsewhere(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory.resolve(FILE), StandardOpenOption.READ,
        StandardOpenOption.WRITE); var lock = channel.tryLock()) {
      return lock == null ? readHolder(directory) : Optional.empty();
    }
  }

  private static Optional<Holder> readHolder(Path directory) throws IOException {
    try {
      return Optional
          .of(MAPPER.readValue(Files.readString(directory.resolve(FILE)), Holder.class));
    } catch (JacksonException beingWritten) {
      return Optional.empty();
    }
  }

  /** Tells the others where the API of this process is. */
  public void publishPort(int port) {
    holder = new Holder(holder.pid(), port, holder.version());
    try {
      write();
    } catch (IOException e) {
      throw new StoreFault("The lock file cannot be written: " + e, e);
    }
  }

  private void write() throws IOException {
    var text = MAPPER.writeValueAsString(holder) + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  /** Gives the directory back. Closing again does nothing. */
  @Override
  public void close() {
    synchronized (HELD) {
      if (!HELD.remove(directory, this)) {
        return;
      }
      try {
        channel.truncate(0);
        channel.close();
      } catch (IOException e) {
        throw new StoreFault("The lock of the data directory cannot be released: " + e, e);
      }
    }
  }
}
