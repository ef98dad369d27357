package org.fractalgoals.bench;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.eventstore.codec.JsonTexts;

/** What generated events are made of. Equal seeds make equal inventions. */
final class Invention {

  private static final List<String> SYLLABLES = List.of("ba", "ce", "di", "fo", "gu", "la", "me",
      "ni", "po", "ru", "sa", "te");
  private static final int STOCK = 50_000;

  private final Random random;
  private final Clock clock;
  private final String stock;

  Invention(long seed, Clock clock) {
    this.random = new Random(seed);
    this.clock = clock;
    this.stock = words();
  }

  private String words() {
    var text = new StringBuilder(STOCK);
    while (text.length() < STOCK) {
      for (int syllable = between(1, 4); syllable > 0; syllable--) {
        text.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
      }
      text.append(' ');
    }
    return text.toString();
  }

  /** A UUID that begins with the time, as version 7 has it. */
  String id() {
    return new UUID((clock.millis() << 16) | 0x7000 | random.nextInt(0x1000),
        (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L).toString();
  }

  /** At least the one, at most the other. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  double fraction() {
    return random.nextDouble();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Words without a meaning, at least and at most so many characters. */
  String text(int least, int most) {
    int length = between(least, most);
    int from = random.nextInt(stock.length() - length);
    return stock.substring(from, from + length);
  }

  /** What a client keeps of a session or a template: sections with exercises. */
  JsonText sections(int least, int most) {
    int length = between(least, most);
    var text = new StringBuilder("{\"sections\":[");
    for (int section = 0; text.length() < length; section++) {
      text.append(section == 0 ? "" : ",").append("""
        {"name":"%s","duration_minutes":%d,"exercises":[{"activity_id":"%s","name":"%s",\
        "completed":%b,"notes":"%s"}]}""".formatted(text(8, 24), between(5, 60), id(),
          text(8, 24), chance(0.5), text(20, 200)));
    }
    return JsonTexts.of(text.append("]}").toString());
  }

  /** The sets of an instance, as a client keeps them. */
  JsonText sets() {
    var text = new StringBuilder("[");
    for (int set = between(1, 4); set > 0; set--) {
      text.append("{\"instance_id\":\"%s\",\"completed\":%b,\"notes\":\"%s\"}"
          .formatted(id(), chance(0.5), text(5, 40))).append(set > 1 ? "," : "]");
    }
    return JsonTexts.of(text.toString());
  }
}
