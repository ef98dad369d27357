package org.fractalgoals.api.conditional;

import java.util.Optional;
import java.util.function.BiConsumer;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.Application;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Gives answers that show something their entity tags, those to commands, too. */
@RestControllerAdvice
final class TaggedAnswers implements ResponseBodyAdvice<Object> {

  private final EntityTags tags;
  private final NamedThings things;
  private final Application application;

  TaggedAnswers(Application application, Queries queries) {
    this.tags = new EntityTags(application.store(), queries);
    this.things = new NamedThings(application.store().entities());
    this.application = application;
  }

  /** The client may keep the answer, but must ask each time whether it still holds, and for each caller anew. */
  static void setHeaders(BiConsumer<String, String> answer, EntityTag tag) {
    answer.accept(HttpHeaders.ETAG, tag.header());
    answer.accept(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    answer.accept(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
  }

  @Override
  public boolean supports(MethodParameter method,
      Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter method,
      MediaType type, Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request, ServerHttpResponse response) {
    if (request instanceof ServletServerHttpRequest asked
        && response instanceof ServletServerHttpResponse answer
        && HttpStatus.valueOf(answer.getServletResponse().getStatus()).is2xxSuccessful()) {
      tag(asked.getServletRequest(), answer.getHeaders())
          .ifPresent(tag -> setHeaders(answer.getHeaders()::add, tag));
    }
    return body;
  }

  private Optional<EntityTag> tag(HttpServletRequest request, HttpHeaders answer) {
    var read = ConditionalReads.tagOf(request);
    if (read != null) {
      return Optional.of(read);
    }
    var position = answer.getFirst(Reply.POSITION_HEADER);
    return position == null || request.getMethod().equals("DELETE")
        ? Optional.empty()
        : shown(request)
            .flatMap(thing -> tags.of(thing, MinimumPosition.numberOf(position)));
  }

  /** What the answer to a command shows: what was created, or else what the path names. */
  private Optional<Entity> shown(HttpServletRequest request) {
    if (request.getAttribute(Reply.THING) instanceof EntityRef created) {
      return application.store().entities().find(created);
    }
    return things.in(request);
  }
}
