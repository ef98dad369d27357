package org.fractalgoals.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindsJavaTest {

  private static final String NONE = "fractal: A JDK of version 21 or newer is needed, and neither JAVA_HOME nor PATH nor %s has one: install one, then try again.\n";

  @TempDir Path directory;

  private Checkout checkout;

  @BeforeEach
  void createCheckout() throws Exception {
    checkout = Checkout.in(directory);
    checkout.maven("mkdir -p api/target; echo jar > api/target/fractal-goals-app.jar");
  }

  @Test
  void java_home_comes_first() throws Exception {
    checkout.java("25.0.3");
    onPath("23");
    assertThat(withJavaHome("21.0.1")).startsWith("java 21.0.1\n");
  }

  @Test
  void the_path_comes_next() throws Exception {
    checkout.java("25.0.3");
    onPath("23");
    assertThat(withJavaHome("17.0.15")).startsWith("java 23\n");
  }

  @Test
  void of_those_installed_the_newest_is_taken() throws Exception {
    onPath("17.0.15");
    checkout.jdk(checkout.jvms().resolve("a"), "21.0.9");
    checkout.jdk(checkout.jvms().resolve("b"), "25.0.3");
    checkout.jdk(checkout.jvms().resolve("c"), "24");
    checkout.jdk(checkout.jvms().resolve("d"), "1.8.0_392");
    assertThat(withJavaHome("11")).startsWith("java 25.0.3\n");
  }

  @Test
  void a_java_that_does_not_say_its_version_in_a_file_is_asked() throws Exception {
    Checkout.script(checkout.bin().resolve("java"), """
      if [ "$1" = -version ]; then
        echo 'Picked up JAVA_TOOL_OPTIONS: -Dx="1"' >&2
        echo 'openjdk version "22-ea" 2024-03-19' >&2
      else
        echo asked
      fi""");
    assertThat(checkout.run().out()).isEqualTo("asked\n");
  }

  @Test
  void where_none_is_new_enough_a_sentence_says_what_to_install() throws Exception {
    onPath("17.0.15");
    checkout.jdk(checkout.jvms().resolve("old"), "20.0.2");
    assertThat(checkout.run("status"))
        .isEqualTo(new Checkout.Outcome(1, "", NONE.formatted(checkout.jvms())));
    assertThat(checkout.built()).isEmpty();
  }

  @Test
  void where_there_is_none_at_all_or_it_is_broken_too() throws Exception {
    assertThat(checkout.run())
        .isEqualTo(new Checkout.Outcome(1, "", NONE.formatted(checkout.jvms())));
    Checkout.script(checkout.bin().resolve("java"), "echo 'no such library' >&2; exit 127");
    assertThat(checkout.run())
        .isEqualTo(new Checkout.Outcome(1, "", NONE.formatted(checkout.jvms())));
  }

  private void onPath(String version) throws Exception {
    var jdk = checkout.jdk(directory.resolve("on path"), version);
    Files.createSymbolicLink(checkout.bin().resolve("java"), jdk.resolve("bin/java"));
  }

  private String withJavaHome(String version) throws Exception {
    var command = checkout.command(checkout.launcher());
    command.environment().put("JAVA_HOME",
        checkout.jdk(directory.resolve("java home"), version).toString());
    return Checkout.outcome(command.start()).out();
  }
}
