package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void it_takes_no_data_directory() {
    var outcome = new Shell().run("demo", "--data", directory.toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().strip()).hasLineCount(1).contains("--data");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void it_leaves_nothing_behind_where_its_port_is_taken() throws Exception {
    var before = demos();
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var outcome = new Shell().run("demo", "--port", Integer.toString(taken.getLocalPort()));

      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err().strip()).contains(Integer.toString(taken.getLocalPort()));
    }
    assertThat(demos()).isEqualTo(before);
  }

  private static Set<Path> demos() throws IOException {
    var found = new TreeSet<Path>();
    try (var files = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")),
        "fractal-demo*")) {
      files.forEach(found::add);
    }
    return found;
  }
}
