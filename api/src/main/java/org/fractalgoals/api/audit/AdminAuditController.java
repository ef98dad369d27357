package org.fractalgoals.api.audit;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.Timeless;
import org.fractalgoals.domain.audit.AuditFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what anywhere, acts that belong to no fractal among it. */
@Timeless
@RestController
@RequestMapping("/api/admin/audit")
class AdminAuditController {

  private final AuditAnswers answers;
  private final AuditQuestion question;

  AdminAuditController(AuditAnswers answers, AuditQuestion question) {
    this.answers = answers;
    this.question = question;
  }

  @GetMapping
  AuditAnswers.Page page(@RequestParam Map<String, String> words) {
    return answers.page(filter(words), words.get("after"), words.get("limit"));
  }

  @GetMapping("/counts")
  CountsView counts(@RequestParam Map<String, String> words) {
    return answers.counts(filter(words));
  }

  @GetMapping("/export")
  void export(@RequestParam Map<String, String> words, HttpServletResponse response)
      throws IOException {
    AuditExport.send(answers, filter(words), words.get("format"), response);
  }

  private AuditFilter filter(Map<String, String> words) {
    var filter = question.filter(words::get);
    if (filter.text() != null && filter.rootId() == null) {
      throw HttpProblem.badRequest("\"text\" is looked for in one fractal: name it as \"root\".");
    }
    return filter;
  }
}
