package org.fractalgoals.api.conditional;

import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fractalgoals.api.http.Timeless;
import org.fractalgoals.projections.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Answers 304 to who has seen the present state of what is asked for. The tag is made before anything is read, so that no
 * answer is older than its tag says.
 */
final class ConditionalReads implements HandlerInterceptor {

  private static final String TAG = EntityTag.class.getName();

  /** Routes about all fractals, whose answers change with any event only. */
  private static final Set<String> ABOUT_ALL = Set.of("/api/fractals", "/api/goals",
      "/api/practice-sessions", "/api/trash");

  private final EntityTags tags;
  private final NamedThings things;
  private final ReadModel readModel;

  ConditionalReads(EntityTags tags, NamedThings things, ReadModel readModel) {
    this.tags = tags;
    this.things = things;
    this.readModel = readModel;
  }

  /** The tag of what a request that reads is answered; null if it has none. */
  static @Nullable EntityTag tagOf(HttpServletRequest request) {
    return (EntityTag) request.getAttribute(TAG);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response,
      Object handler) {
    if (!reads(request) || !isOfNow(request, handler)) {
      return true;
    }
    var tag = tag(request);
    tag.ifPresent(known -> request.setAttribute(TAG, known));
    var seen = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (seen == null || tag.isEmpty()
        || !TagList.of(HttpHeaders.IF_NONE_MATCH, seen).matches(tag.get())) {
      return true;
    }
    TaggedAnswers.setHeaders(response::setHeader, tag.get());
    response.setStatus(HttpStatus.NOT_MODIFIED.value());
    return false;
  }

  private static boolean reads(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  /** What was does not change with what happens; how far it is known may. */
  private static boolean isOfNow(HttpServletRequest request, Object handler) {
    var query = request.getQueryString();
    return handler instanceof HandlerMethod method
        && !method.getBeanType().isAnnotationPresent(Timeless.class)
        && (query == null || !query.contains("asOf"));
  }

  private Optional<EntityTag> tag(HttpServletRequest request) {
    var position = readModel.status().position();
    var thing = things.in(request);
    if (thing.isPresent()) {
      return tags.of(thing.get(), position);
    }
    return ABOUT_ALL.contains(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
        ? Optional.of(EntityTags.ofAll(position))
        : Optional.empty();
  }
}
