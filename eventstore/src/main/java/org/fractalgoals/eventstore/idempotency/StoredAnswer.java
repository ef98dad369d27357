package org.fractalgoals.eventstore.idempotency;

import java.util.Map;

/**
 * What a request was answered.
 *
 * @param status of HTTP
 * @param headers those that belong to the answer
 */
public record StoredAnswer(int status, Map<String, String> headers, String body) {

  public StoredAnswer {
    headers = Map.copyOf(headers);
  }
}
