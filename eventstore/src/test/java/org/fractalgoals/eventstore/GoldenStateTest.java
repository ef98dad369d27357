package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.StoredAs;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.domain.session.InstanceState;
import org.fractalgoals.domain.session.InstanceState.Times;
import org.fractalgoals.domain.session.InstanceState.Value;
import org.fractalgoals.domain.session.SessionEvent.GoalLink;
import org.fractalgoals.domain.session.SessionState;
import org.fractalgoals.domain.session.SessionState.Facts;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.junit.jupiter.api.Test;

/**
 * The state of a session has a file that shows what is stored of it. When that file would change, the state needs another
 * revision: snapshots of the old one are passed over then, and taken anew.
 */
class GoldenStateTest {

  private static final Instant STOP = Instant.parse("2026-03-04T05:06:07.123456Z");

  private static SessionState state() {
    var facts = new Facts("Morning", "Größer\n", LocalDate.of(2031, 5, 6),
        JsonTexts.of("[{\"id\":\"k-1\",\"value\":1e3}]"), LocalDateTime.of(2031, 1, 2, 10, 0),
        LocalDateTime.of(2031, 1, 2, 9, 30), 45L, 2700L, "t-1",
        JsonTexts.of("{ \"sections\": [ 1.00 ] }"));
    return new SessionState("p-1", "g-0", EntityRef.goal("g-3"),
        List.of(new GoalLink("g-3", "ShortTermGoal")), LocalDate.of(2026, 3, 4), facts,
        true, false, false, instances());
  }

  /** Not in the order of their ids: the order of creation is part of the state. */
  private static Map<String, InstanceState> instances() {
    var instances = new LinkedHashMap<String, InstanceState>();
    instances.put("i-2", new InstanceState("i-2", "a-1", 1, "slippery\n",
        JsonTexts.of("[ {\"reps\": 5.0} ]"), new Times(STOP.minusSeconds(90), STOP), true, false,
        false,
        List.of(new Value("v-1", "m-1", "s-1", 13.0), new Value("v-2", "m-1", null, -0.5))));
    instances.put("i-1", new InstanceState("i-1", "a-2", 2, null, null,
        new Times(STOP, null), false, true, false, List.of()));
    return instances;
  }

  private static String golden() throws IOException {
    var name = Objects.requireNonNull(SessionState.class.getAnnotation(StoredAs.class));
    var file = "golden/%s.%d.json".formatted(name.value(), name.revision());
    try (var golden = GoldenStateTest.class.getResourceAsStream(file)) {
      assertThat(golden).as("a golden file " + file).isNotNull();
      return new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  @Test
  void the_state_of_a_session_is_stored_as_its_golden_file_shows() throws IOException {
    assertThat(Codecs.current().encode(state())).isEqualTo(golden());
  }

  @Test
  void what_its_golden_file_shows_is_read_as_the_state_of_the_session() throws IOException {
    var read = Codecs.current().decode(golden(), SessionState.class);

    assertThat(read).isEqualTo(state());
    assertThat(read.instances().keySet()).containsExactly("i-2", "i-1");
  }

  @Test
  void what_is_kept_of_a_session_that_is_only_referred_to_is_read_as_it_was() {
    var session = EntityRef.session("p-1");
    var missing = SessionState.after(
        SessionState.after(null, new ThingFoundMissing(session, "g-0", null, session, null)),
        new ThingFoundMissing(EntityRef.instance("i-1"), "g-0", session, session, null));

    assertThat(missing.placeholder()).isTrue();
    assertThat(Codecs.current().decode(Codecs.current().encode(missing), SessionState.class))
        .isEqualTo(missing);
  }
}
