package org.fractalgoals.api.audit;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.fractalgoals.api.http.Timeless;
import org.fractalgoals.domain.audit.AuditFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what in a fractal, which may be deleted. */
@Timeless
@RestController
@RequestMapping("/api/{rootId}/audit")
class AuditController {

  private final AuditAnswers answers;
  private final AuditQuestion question;

  AuditController(AuditAnswers answers, AuditQuestion question) {
    this.answers = answers;
    this.question = question;
  }

  @GetMapping
  AuditAnswers.Page page(@PathVariable String rootId, @RequestParam Map<String, String> words) {
    return answers.page(filter(rootId, words), words.get("after"), words.get("limit"));
  }

  @GetMapping("/counts")
  CountsView counts(@PathVariable String rootId, @RequestParam Map<String, String> words) {
    return answers.counts(filter(rootId, words));
  }

  @GetMapping("/export")
  void export(@PathVariable String rootId, @RequestParam Map<String, String> words,
      HttpServletResponse response) throws IOException {
    AuditExport.send(answers, filter(rootId, words), words.get("format"), response);
  }

  private AuditFilter filter(String rootId, Map<String, String> words) {
    answers.requireFractal(rootId);
    return question.filter(words::get).in(rootId);
  }
}
