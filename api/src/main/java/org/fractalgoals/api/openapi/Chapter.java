package org.fractalgoals.api.openapi;

import java.util.List;

/**
 * What the document says of one controller.
 *
 * @param controller every method of it that answers requests is described
 * @param topic where readers find it
 * @param schemas those that are explained here; others may refer to them
 * @param operations one for each of those methods
 */
public record Chapter(Class<?> controller, Topic topic, List<NamedSchema> schemas,
    List<Operation> operations) {

  /**
   * Writes a chapter when the document is asked for. Stands beside the controller, as a lazy component, so that nothing
   * of it is made before that.
   */
  public interface Author {

    Chapter chapter();
  }
}
