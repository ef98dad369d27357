package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.fractalgoals.eventstore.fault.DirectoryInUse;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writing process per data directory. */
class DirectoryLockTest {

  @TempDir Path directory;

  @Test
  void a_second_lock_is_refused_and_names_the_holder() {
    try (var lock = DirectoryLock.acquire(directory, "1.2.3")) {
      lock.publishPort(8001);

      assertThatThrownBy(() -> DirectoryLock.acquire(directory, "1.2.3"))
          .isInstanceOf(DirectoryInUse.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("1.2.3").hasMessageContaining("8001");
    }
  }

  @Test
  void a_lock_that_was_given_back_can_be_taken() {
    DirectoryLock.acquire(directory, "1").close();

    try (var again = DirectoryLock.acquire(directory.resolve("made/when/missing"), "2");
        var other = DirectoryLock.acquire(directory, "3")) {
      assertThat(DirectoryLock.holder(directory)).map(DirectoryLock.Holder::version).hasValue("3");
      other.publishPort(7);
      assertThat(DirectoryLock.holder(directory)).map(DirectoryLock.Holder::port).hasValue(7);
      again.publishPort(8);
    }
    assertThat(DirectoryLock.holder(directory)).isEmpty();
  }

  @Test
  void the_lock_of_a_killed_process_is_free() throws Exception {
    var process = startHolding();
    try (var output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo("held");
      assertThatThrownBy(() -> DirectoryLock.acquire(directory, "mine"))
          .isInstanceOf(DirectoryInUse.class).hasMessageContaining("process " + process.pid());
      assertThat(DirectoryLock.holder(directory)).map(DirectoryLock.Holder::pid)
          .hasValue(process.pid());
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

    try (var lock = DirectoryLock.acquire(directory, "mine")) {
      lock.publishPort(1);
      assertThat(DirectoryLock.holder(directory)).map(DirectoryLock.Holder::version)
          .hasValue("mine");
    }
  }

  @Test
  void the_lock_outlives_questions_and_second_tries_of_its_own_process() throws Exception {
    try (var lock = DirectoryLock.acquire(directory, "mine")) {
      lock.publishPort(1);
      assertThat(DirectoryLock.holder(directory)).isPresent();
      assertThatThrownBy(() -> DirectoryLock.acquire(directory, "again"))
          .isInstanceOf(DirectoryInUse.class);
      var process = startHolding();
      try (var output = process.inputReader()) {
        assertThat(output.readLine()).startsWith("refused").contains("process " + ProcessHandle
            .current().pid());
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private Process startHolding() throws Exception {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), Holding.class.getName(), directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  @Test
  void a_directory_that_cannot_be_made_is_said_so() throws Exception {
    var file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> DirectoryLock.acquire(file.resolve("below"), "1"))
        .isInstanceOf(StoreFault.class).hasMessageContaining("cannot be used");
  }

  /** Holds the lock until it is killed. */
  static final class Holding {

    private Holding() {}

    public static void main(String[] args) throws InterruptedException {
      try (var lock = DirectoryLock.acquire(Path.of(args[0]), "theirs")) {
        lock.publishPort(1);
        System.out.println("held");
        Thread.currentThread().join();
      } catch (DirectoryInUse refused) {
        System.out.println("refused: " + refused.getMessage());
      }
    }
  }
}
