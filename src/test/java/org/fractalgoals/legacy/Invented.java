package org.fractalgoals.legacy;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Seeded inventions: ids, texts, numbers and times such as the legacy application wrote. */
final class Invented {

  private static final DateTimeFormatter TIME = DateTimeFormatter
      .ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
  private static final LocalDateTime OLD = LocalDateTime.parse("2025-12-20T00:00");
  private static final LocalDateTime NEW = LocalDateTime.parse("2026-01-06T05:00");
  private static final int SECONDS_OF_A_WEEK = 7 * 24 * 3600;
  private static final List<String> SYLLABLES = List.of("ba", "ce", "di", "fo", "gu", "la", "me",
      "ni", "po", "ru", "sa", "te");

  private final Random random;

  Invented(long seed) {
    random = new Random(seed);
  }

  /** An id of the usual form. */
  String id() {
    return new UUID((random.nextLong() & ~0xF000L) | 0x4000L,
        (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L).toString();
  }

  /** At least the one, at most the other. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Pronounceable, without a meaning. */
  String words(int words) {
    var text = new StringBuilder();
    for (int word = 0; word < words; word++) {
      if (word > 0) {
        text.append(' ');
      }
      for (int syllable = between(2, 4); syllable > 0; syllable--) {
        text.append(of(SYLLABLES));
      }
    }
    return text.toString();
  }

  /** A time when the legacy application wrote local times. */
  LocalDateTime oldTime() {
    return within(OLD);
  }

  /** A time when it wrote UTC. */
  LocalDateTime newTime() {
    return within(NEW);
  }

  private LocalDateTime within(LocalDateTime start) {
    return start.plusSeconds(random.nextInt(SECONDS_OF_A_WEEK))
        .plusNanos(random.nextInt(1_000_000) * 1_000L);
  }

  static String text(LocalDateTime time) {
    return TIME.format(time);
  }
}
