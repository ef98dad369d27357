package org.fractalgoals.api.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.jspecify.annotations.Nullable;

/** Chance that falls the same way each time it begins with the same seed. */
final class Dice {

  /** Few, so that they collide. */
  private static final List<String> NAMES = List.of("Sail", "Row", "Swim", "Climb", "Knots");

  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /**
   * @return from 0 on, less than the bound
   */
  int number(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** What one of these says. */
  <T> T choose(List<Supplier<? extends T>> choices) {
    return oneOf(choices).get();
  }

  /** Some of the list, at most that many, in any order. */
  <T> List<T> someOf(List<T> list, int limit) {
    var shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, random.nextInt(Math.min(limit, list.size()) + 1));
  }

  /** One or more of what a source says. */
  <T> List<T> several(int limit, Supplier<? extends T> source) {
    var list = new ArrayList<T>();
    for (int left = 1 + random.nextInt(limit); left > 0; left--) {
      list.add(source.get());
    }
    return list;
  }

  /** One or more of what a source says, no two of one class: nobody asks for two names at once. */
  <T> List<T> kinds(int limit, Supplier<? extends T> source) {
    var list = new ArrayList<T>();
    for (T each : several(limit, source)) {
      if (list.stream().noneMatch(other -> other.getClass().equals(each.getClass()))) {
        list.add(each);
      }
    }
    return list;
  }

  <T> @Nullable T orNull(int percentNull, Supplier<T> source) {
    return chance(percentNull) ? null : source.get();
  }

  /** At times no name at all, which is refused. */
  Name name() {
    return new Name(chance(3) ? " " : oneOf(NAMES));
  }

  Description description() {
    return new Description("about " + number(5));
  }

  JsonText list() {
    return JsonTexts.of(chance(20) ? "[]" : "[{\"id\":\"t%d\",\"value\":%d.0}]".formatted(number(3),
        number(50)));
  }

  JsonText object() {
    return JsonTexts.of("{\"sections\":[%d]}".formatted(number(5)));
  }
}
