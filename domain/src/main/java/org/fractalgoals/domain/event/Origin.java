package org.fractalgoals.domain.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.axonframework.messaging.MetaData;

/**
 * Who acts, through which door, and as part of which action. Travels with a command and reaches every event the
 * command causes.
 *
 * @param actor who acts
 * @param source the door
 * @param actionId names everything that happens because of one request; deletions are undone by it
 * @param annotations further facts worth keeping beside the event; JSON values only
 */
public record Origin(String actor, Source source, String actionId,
    Map<String, Object> annotations) {

  private static final String ACTOR = "actor";
  private static final String SOURCE = "source";
  private static final String ACTION_ID = "actionId";

  /** The keys under which an origin travels in the metadata of an Axon message. */
  public static final Set<String> KEYS = Set.of(ACTOR, SOURCE, ACTION_ID);

  /** Key of the annotation by which a client finds its request again. */
  public static final String REQUEST_ID = "requestId";

  /** Key of the annotation that names the action that an action undoes. */
  public static final String UNDOES = "undoes";

  /** The keys that every event takes from the command that causes it. */
  public static final Set<String> HANDED_ON = Set.of(ACTOR, SOURCE, ACTION_ID, REQUEST_ID);

  /** Key of the fractal's id in the metadata of an Axon event message. */
  public static final String ROOT_ID = "rootId";

  public Origin {
    annotations = Map.copyOf(annotations);
  }

  public Origin(String actor, Source source, String actionId) {
    this(actor, source, actionId, Map.of());
  }

  /** The same, with one more annotation. */
  public Origin noting(String key, String value) {
    var more = new HashMap<>(annotations);
    more.put(key, value);
    return new Origin(actor, source, actionId, more);
  }

  /** As metadata of an Axon message. */
  public MetaData toMetaData() {
    var entries = new HashMap<String, Object>(annotations);
    entries.put(ACTOR, actor);
    entries.put(SOURCE, source.name());
    entries.put(ACTION_ID, actionId);
    return MetaData.from(entries);
  }

  /**
   * The origin that travels in the metadata of an Axon message.
   *
   * @throws IllegalArgumentException if the message carries none
   */
  public static Origin from(MetaData metaData) {
    if (!metaData.keySet().containsAll(KEYS)) {
      throw new IllegalArgumentException("a message must say who acts: its metadata lacks "
          + KEYS.stream().filter(key -> !metaData.containsKey(key)).sorted()
              .collect(Collectors.joining(", ")));
    }
    var annotations = new HashMap<String, Object>(metaData);
    annotations.keySet().removeAll(KEYS);
    annotations.remove(ROOT_ID);
    return new Origin(text(metaData, ACTOR), Source.valueOf(text(metaData, SOURCE)),
        text(metaData, ACTION_ID), annotations);
  }

  private static String text(MetaData metaData, String key) {
    return String.valueOf(metaData.get(key));
  }
}
