package org.fractalgoals.api.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What the document says of one operation. Path, method and the parameters in the path are the controller's; so are the
 * refusals that all operations of a kind have in common.
 */
public final class Operation {

  static final String JSON = "application/json";

  /** What is answered when all goes well. */
  record Answer(String type, Schema schema, Object example, String says) {}

  /** A parameter in the query. */
  record Query(String name, Schema schema, String says) {}

  /** A body, and whether there must be one. */
  record Body(NamedSchema component, boolean required) {}

  private final String handler;
  private final String id;
  private final String summary;
  private final Map<Integer, Answer> answers = new TreeMap<>();
  private final Map<Integer, String> refusals = new TreeMap<>();
  private final List<Query> queries = new ArrayList<>();
  private final Set<Integer> impossible = new HashSet<>();
  private String description = "";
  private @Nullable Body body;

  private Operation(String handler, String id, String summary) {
    this.handler = handler;
    this.id = id;
    this.summary = summary;
  }

  /**
   * @param handler name of the method of the controller
   * @param id names the operation in clients that are generated; never to be changed
   * @param summary a few words
   */
  public static Operation of(String handler, String id, String summary) {
    return new Operation(handler, id, summary);
  }

  /** Whatever else is to be known. */
  public Operation says(String text) {
    description = text.strip();
    return this;
  }

  /** Needs a body. */
  public Operation takes(NamedSchema component) {
    body = new Body(component, true);
    return this;
  }

  /** Can do without a body. */
  public Operation mayTake(NamedSchema component) {
    body = new Body(component, false);
    return this;
  }

  /** Honours a parameter in the query. */
  public Operation query(String name, Schema schema, String says) {
    queries.add(new Query(name, schema, says));
    return this;
  }

  /** Answers 200. */
  public Operation answers(NamedSchema component, String says) {
    return answers(200, component, says);
  }

  /** Answers 200 with a list. */
  public Operation answersList(NamedSchema item, String says) {
    answers.put(200, new Answer(JSON, item.list(), List.of(Json.read(item.example())), says));
    return this;
  }

  /** Answers 200 with a stream of server-sent events. */
  public Operation streams(String example, String says) {
    return streams("text/event-stream", example, says);
  }

  /** Answers 200 with a text of whatever length. */
  public Operation streams(String mediaType, String example, String says) {
    answers.put(200, new Answer(mediaType, Schema.text(), example, says));
    return this;
  }

  /** Answers 201. */
  public Operation creates(NamedSchema component, String says) {
    return answers(201, component, says);
  }

  public Operation answers(int status, NamedSchema component, String says) {
    answers.put(status, new Answer(JSON, component.ref(), Json.read(component.example()), says));
    return this;
  }

  /** Is refused for reasons of its own, or in words of its own. */
  public Operation refuses(int status, String says) {
    refusals.put(status, says);
    return this;
  }

  /** Is never refused so, though others of its kind are. */
  public Operation neverRefuses(int status) {
    impossible.add(status);
    return this;
  }

  String handler() {
    return handler;
  }

  String id() {
    return id;
  }

  String summary() {
    return summary;
  }

  String description() {
    return description;
  }

  Map<Integer, Answer> answers() {
    return answers;
  }

  /** The refusals that are not as everywhere. */
  Map<Integer, String> refusals() {
    return refusals;
  }

  /** The refusals that are as everywhere, but do not happen. */
  Set<Integer> impossible() {
    return impossible;
  }

  List<Query> queries() {
    return queries;
  }

  @Nullable
  Body body() {
    return body;
  }
}
