package org.fractalgoals.eventstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

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

  private final FileChannel channel;
  private final FileLock lock;
  private final String version;

  private DirectoryLock(FileChannel channel, FileLock lock, String version) {
    this.channel = channel;
    this.lock = lock;
    this.version = version;
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
      Files.createDirectories(directory);
      var channel = FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE,
          StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        var lock = tryLock(channel);
        if (lock == null) {
          throw new DirectoryInUse(inUse(directory));
        }
        var held = new DirectoryLock(channel, lock, version);
        held.write(new Holder(ProcessHandle.current().pid(), null, version));
        return held;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StoreFault("The data directory %s cannot be used: %s".formatted(directory, e), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static String inUse(Path directory) throws IOException {
    var who = readHolder(directory)
        .map(holder -> "process %d (version %s%s)".formatted(holder.pid(), holder.version(),
            holder.port() == null ? "" : ", port " + holder.port()))
        .orElse("another process");
    return "The data directory %s is in use by %s: stop that one first.".formatted(directory, who);
  }

  /** Who holds the lock now; empty if nobody does. */
  public static Optional<Holder> holder(Path directory) {
    var file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var lock = tryLock(channel);
      if (lock != null) {
        lock.release();
        return Optional.empty();
      }
      return readHolder(directory);
    } catch (IOException e) {
      throw new StoreFault("The data directory %s cannot be used: %s".formatted(directory, e), e);
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
    try {
      write(new Holder(ProcessHandle.current().pid(), port, version));
    } catch (IOException e) {
      throw new StoreFault("The lock file cannot be written: " + e, e);
    }
  }

  private void write(Holder holder) throws IOException {
    var text = MAPPER.writeValueAsString(holder) + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new StoreFault("The lock of the data directory cannot be released: " + e, e);
    }
  }
}
