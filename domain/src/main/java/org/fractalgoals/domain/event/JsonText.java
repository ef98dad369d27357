package org.fractalgoals.domain.event;

/**
 * A JSON value that the domain keeps and does not look into. Implementations are equal if their texts are.
 */
public interface JsonText {

  /** The text as it is stored and given back: members in their order, digits of numbers as sent. */
  String text();

  /** One text for all texts that mean the same; the text itself if it is not JSON. */
  String canonical();

  /** Whether both mean the same: neither the order of members nor the spelling of numbers matters. */
  default boolean means(JsonText other) {
    return text().equals(other.text()) || canonical().equals(other.canonical());
  }
}
