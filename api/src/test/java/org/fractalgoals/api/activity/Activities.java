package org.fractalgoals.api.activity;

import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import tools.jackson.databind.JsonNode;

/** The activities of one fractal, as a client deals with them. */
record Activities(RunningServer server, String root) {

  /** Those of a new fractal. */
  static Activities in(RunningServer server) {
    return new Activities(server, server.fractal("Sail"));
  }

  String path() {
    return "/api/%s/activities".formatted(root);
  }

  Answer define(String body) {
    return server.post(path(), body);
  }

  /** Defines one with members beside its name; answers its id. */
  String activity(String name, String members) {
    return define("{\"name\":\"%s\"%s}".formatted(name, members)).ok(201).id();
  }

  Answer change(String id, String body) {
    return server.put(path() + "/" + id, body);
  }

  Answer delete(String id) {
    return server.delete(path() + "/" + id);
  }

  Answer restore(String id, String body) {
    return server.post(path() + "/" + id + "/restore", body);
  }

  /** Creates a group; answers its id. */
  String group(String name) {
    return server.post("/api/%s/activity-groups".formatted(root),
        "{\"name\":\"%s\"}".formatted(name)).ok(201).id();
  }

  Answer list() {
    return server.get(path()).ok(200);
  }

  /** One of the list. */
  JsonNode one(String id) {
    return list().json().valueStream().filter(each -> each.at("/id").stringValue().equals(id))
        .findFirst().orElseThrow();
  }

  /** A member of all items of an inner list. */
  static List<String> each(JsonNode activity, String list, String member) {
    return activity.at("/" + list).valueStream()
        .map(item -> item.at("/" + member).stringValue()).toList();
  }
}
