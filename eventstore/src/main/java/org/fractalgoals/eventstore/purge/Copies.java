package org.fractalgoals.eventstore.purge;

import java.util.List;

/**
 * Where texts of something are besides its own events: a purge does not reach them.
 *
 * @param texts what was looked for
 * @param mentions by stream
 */
public record Copies(List<String> texts, List<Mention> mentions) {

  /**
   * A stream with some of the texts.
   *
   * @param stream such as {@code session/0197…}
   * @param events how many of its events have some
   */
  public record Mention(String stream, long events) {}

  public Copies {
    texts = List.copyOf(texts);
    mentions = List.copyOf(mentions);
  }
}
