package org.fractalgoals.api.key;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.Application;
import org.fractalgoals.api.http.Callers;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.Success;
import org.fractalgoals.api.http.Timeless;
import org.fractalgoals.api.security.KeySecret;
import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.key.NewKey;
import org.fractalgoals.domain.key.Role;
import org.fractalgoals.eventstore.key.StoredKeys;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may use the API. */
@Timeless
@RestController
@RequestMapping("/api/admin/keys")
class KeyController {

  private final StoredKeys keys;
  private final EventIds ids;

  KeyController(Application application) {
    this.keys = application.store().keys();
    this.ids = application.store().ids();
  }

  @GetMapping
  List<KeyView> all() {
    return keys.all().stream().map(KeyView::of).toList();
  }

  /** The secret is told once: nobody in between is to keep the answer. */
  @PostMapping
  ResponseEntity<MadeKeyView> add(HttpServletRequest request) {
    var body = JsonObject.in(request);
    var key = new NewKey(body.text("name"), role(body),
        body.isNull("fractals") ? List.of() : body.ids("fractals"));
    var secret = KeySecret.make();
    keys.add(key, secret.digest(), Callers.current().origin(ids.next()));
    return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore())
        .body(MadeKeyView.of(key, secret));
  }

  private static Role role(JsonObject body) {
    return Role.ofCode(body.optionalText("role").orElse(Role.USER.code()))
        .orElseThrow(() -> HttpProblem.badRequest("\"role\" must be user or admin."));
  }

  @DeleteMapping("/{name}")
  Success revoke(@PathVariable String name) {
    keys.revoke(name, Callers.current().origin(ids.next()));
    return Success.of("The key opens nothing any more.");
  }
}
