package org.fractalgoals.api.template;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpCommands;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.Success;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.trash.Delete;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The templates of one fractal. */
@RestController
@RequestMapping("/api/{rootId}/session-templates")
class TemplateController {

  private final HttpCommands commands;
  private final TemplateRequests requests;
  private final TemplateAnswers answers;
  private final PathIds paths;

  TemplateController(HttpCommands commands, TemplateRequests requests, TemplateAnswers answers,
      PathIds paths) {
    this.commands = commands;
    this.requests = requests;
    this.answers = answers;
    this.paths = paths;
  }

  @GetMapping
  List<TemplateView> all(@PathVariable String rootId) {
    return answers.all(rootId);
  }

  @PostMapping
  ResponseEntity<TemplateView> create(@PathVariable String rootId, HttpServletRequest request) {
    paths.requireFractal(rootId);
    var id = commands.newId();
    var position = commands.send(requests.create(id, rootId, JsonObject.in(request)));
    return Reply.created(position, EntityRef.template(id), () -> answers.one(rootId, id));
  }

  @GetMapping("/{templateId}")
  TemplateView one(@PathVariable String rootId, @PathVariable String templateId) {
    return answers.one(rootId, templateId);
  }

  @PutMapping("/{templateId}")
  ResponseEntity<TemplateView> change(@PathVariable String rootId,
      @PathVariable String templateId, HttpServletRequest request) {
    paths.requireTemplate(rootId, templateId);
    var position = commands.send(requests.change(rootId, templateId, JsonObject.in(request)));
    return Reply.ok(position, () -> answers.one(rootId, templateId));
  }

  @DeleteMapping("/{templateId}")
  ResponseEntity<Success> delete(@PathVariable String rootId, @PathVariable String templateId) {
    var position = commands.send(new Delete(EntityRef.template(templateId), rootId));
    return Reply.ok(position, () -> Success.of("The session template is deleted."));
  }

  @PostMapping("/{templateId}/restore")
  ResponseEntity<TemplateView> restore(@PathVariable String rootId,
      @PathVariable String templateId, HttpServletRequest request) {
    var position = commands
        .send(requests.restore(rootId, templateId, JsonObject.inAny(request)));
    return Reply.ok(position, () -> answers.one(rootId, templateId));
  }
}
