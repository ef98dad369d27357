package org.fractalgoals.eventstore.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class EventDocumentTest {

  private static final Path PROJECT = Path.of("..");
  private static final Path FILE = PROJECT.resolve("docs/events.md");

  @Test
  void the_catalogue_of_events_is_what_the_sources_say() throws IOException {
    var document = EventDocument.of(PROJECT);
    if (Boolean.getBoolean("fractal.renew")) {
      Files.writeString(FILE, document);
    }

    assertThat(FILE).as("""
      docs/events.md is outdated; renew it by
      mvn -q -pl eventstore -am test -Dtest=EventDocumentTest \
      -Dsurefire.failIfNoSpecifiedTests=false -Dfractal.renew=true
      """).hasContent(document);
  }
}
