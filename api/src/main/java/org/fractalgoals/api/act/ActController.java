package org.fractalgoals.api.act;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.Application;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.Timeless;
import org.fractalgoals.domain.act.Act;
import org.fractalgoals.domain.act.Act.Form;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Remembers what was done beside the server, by commands that only read. */
@Timeless
@RestController
class ActController {

  /** Of a file name, in UTF-16 code units: more than any file system takes. */
  static final int LONGEST_NAME = 500;

  private final HttpCommands commands;
  private final SqliteEventStore store;

  ActController(HttpCommands commands, Application application) {
    this.commands = commands;
    this.store = application.store();
  }

  @PostMapping("/api/admin/acts")
  ResponseEntity<ActView> remember(HttpServletRequest request) {
    var action = commands.act(act(JsonObject.in(request)));
    return Reply.created(action.position(), () -> new ActView(action.actionId()));
  }

  private Act act(JsonObject body) {
    return switch (body.text("act")) {
      case "backup" -> new Act.Backup(fileName(body), position(body));
      case "export" -> new Act.Export(form(body), fractal(body), fileName(body), position(body));
      default -> throw HttpProblem.badRequest("\"act\" must be backup or export.");
    };
  }

  /** Without its folder: paths of a machine are nothing for the history. */
  private static String fileName(JsonObject body) {
    var name = body.text("file_name");
    if (name.isBlank() || name.length() > LONGEST_NAME || name.contains("/")) {
      throw HttpProblem.badRequest(
          "\"file_name\" must be the name of a file, without its folder, of at most %d characters."
              .formatted(LONGEST_NAME));
    }
    return name;
  }

  private long position(JsonObject body) {
    return body.optionalInteger("position")
        .filter(position -> position >= 0 && position <= store.head().position())
        .orElseThrow(() -> HttpProblem.badRequest(
            "\"position\" must be that of an event of this store, or 0."));
  }

  private static Form form(JsonObject body) {
    return Form.ofCode(body.text("form")).orElseThrow(() -> HttpProblem.badRequest(
        "\"form\" must be legacy, as-imported or fractal."));
  }

  private static @Nullable String fractal(JsonObject body) {
    return body.optionalId("fractal_id").orElse(null);
  }
}
