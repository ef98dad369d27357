package org.fractalgoals.api.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.audit.Span;

/** What is done in one fractal, and how it is undone. */
record Acts(RunningServer server, String root) {

  @SuppressWarnings("AnnotateFormatMethod") // the annotation is in no library of this project
  String path(String rest, Object... names) {
    return "/api/" + root + "/" + rest.formatted(names);
  }

  /** What the last event of the store belongs to. */
  String last() {
    return events(AuditFilter.ALL, 1).getFirst().actionId();
  }

  Answer undo(String action) {
    return server.post(path("actions/%s/undo", action), "");
  }

  Answer undoLast() {
    return undo(last());
  }

  /** The events of an action, in their order. */
  List<AuditedEvent> eventsOf(String action) {
    return events(new AuditFilter(null, null, null, Set.of(), null, null, action, Span.ALWAYS,
        Span.ALWAYS, null), 1000).reversed();
  }

  private List<AuditedEvent> events(AuditFilter filter, int limit) {
    return server.application().store().audit().page(filter, Long.MAX_VALUE, limit).events();
  }

  /** What a path shows, but for when it was changed. */
  String shown(String path) {
    return server.get(path).ok(200).text()
        .replaceAll("\"updated_at\":\"[^\"]*\"", "\"updated_at\":\"\"");
  }

  /** Does something that shows at a path, undoes it, undoes that, and undoes that too. */
  void isUndone(String path, Runnable change) {
    var before = shown(path);
    change.run();
    var action = last();
    var after = shown(path);
    assertThat(after).isNotEqualTo(before);

    var undo = undo(action).ok(200);
    assertThat(undo.at("/undone").stringValue()).isEqualTo(action);
    assertThat(undo.at("/events").intValue()).isPositive();
    assertThat(shown(path)).isEqualTo(before);

    var redo = undo(undo.at("/action_id").stringValue()).ok(200);
    assertThat(shown(path)).isEqualTo(after);

    undo(redo.at("/action_id").stringValue()).ok(200);
    assertThat(shown(path)).isEqualTo(before);
  }

  /** Is refused, and changes nothing. */
  String isRefused(String action, int status) {
    long head = server.head();
    var error = undo(action).problem(status).error();
    assertThat(server.head()).isEqualTo(head);
    return error;
  }
}
