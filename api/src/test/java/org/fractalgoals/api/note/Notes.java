package org.fractalgoals.api.note;

import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;

/** The notes of a fractal, over HTTP. */
record Notes(Practice practice) {

  String path(String rest) {
    return "/api/%s/notes%s".formatted(practice.root(), rest);
  }

  Answer create(String body) {
    return practice.server().post(path(""), body);
  }

  Answer read(String id) {
    return practice.server().get(path("/" + id));
  }

  Answer edit(String id, String body) {
    return practice.server().put(path("/" + id), body);
  }

  Answer delete(String id) {
    return practice.server().delete(path("/" + id));
  }

  Answer restore(String id) {
    return practice.server().post(path("/" + id + "/restore"), "");
  }

  Answer list(String query) {
    return practice.server().get(path(query));
  }

  /** What the notes of a list say. */
  static List<String> contents(Answer list) {
    return list.ok(200).at("/notes").valueStream().map(note -> note.at("/content").stringValue())
        .toList();
  }
}
