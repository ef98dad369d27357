package org.fractalgoals.api.idempotency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fractalgoals.api.Application;
import org.fractalgoals.api.command.Terms;
import org.fractalgoals.api.http.Callers;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.Repetition;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.RequestBody;
import org.fractalgoals.api.http.RequestTerms;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.idempotency.KnownRequest;
import org.fractalgoals.eventstore.idempotency.StoredAnswer;
import org.fractalgoals.eventstore.idempotency.StoredRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a POST that is repeated with the same {@code Idempotency-Key} as it was answered before. That a request was
 * carried out stands in the same savepoint as its events; its answer is stored when it is known, before it is sent. Where
 * a crash came in between, the answer is made again without carrying anything out.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class RepeatableRequests extends OncePerRequestFilter implements RequestTerms {

  private static final Logger LOG = LoggerFactory.getLogger(RepeatableRequests.class);

  private static final String KEYED = KeyedRequest.class.getName();

  private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.CONTENT_TYPE,
      HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CACHE_CONTROL, HttpHeaders.VARY,
      Reply.POSITION_HEADER);

  private final StoredRequests requests;
  private final HandlerExceptionResolver problems;
  private final Turns turns = new Turns();

  RepeatableRequests(Application application,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    this.requests = application.store().requests();
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || request.getHeader(Repetition.KEY_HEADER) == null
        || !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
      FilterChain chain) throws ServletException, IOException {
    try {
      var body = RequestBody.of(request);
      var keyed = KeyedRequest.of(request, Callers.current().actor(), body);
      var turn = turns.take(keyed.key());
      try {
        answer(keyed, new BodyInHand(request, body), response, chain);
      } finally {
        turn.close();
      }
    } catch (HttpProblem | StoreFault refusal) {
      problems.resolveException(request, response, null, refusal);
    }
  }

  private void answer(KeyedRequest keyed, HttpServletRequest request,
      HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    var known = requests.find(keyed.key());
    known.filter(before -> !before.bodyDigest().equals(keyed.digest())).ifPresent(other -> {
      throw new HttpProblem(HttpStatus.UNPROCESSABLE_CONTENT,
          "The %s of this request was used for another one, with another body: take a new key."
              .formatted(Repetition.KEY_HEADER));
    });
    var answer = known.map(KnownRequest::answer);
    if (answer.isPresent()) {
      send(answer.get(), response);
    } else {
      makeAnswer(keyed, known, request, response, chain);
    }
  }

  private static void send(StoredAnswer answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private void makeAnswer(KeyedRequest keyed, Optional<KnownRequest> known,
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var repetition = known.map(before -> Repetition.again(before.madeIds(), before.actionId()))
        .orElseGet(Repetition::first);
    repetition.attachTo(request);
    request.setAttribute(KEYED, keyed);
    var answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    if (HttpStatus.valueOf(answer.getStatus()).is2xxSuccessful() && mayBeKept(answer)) {
      keep(keyed, repetition, stored(answer));
    } else if (known.isPresent() && HttpStatus.valueOf(answer.getStatus()).is4xxClientError()) {
      answer.resetBuffer();
      throw isSaved();
    }
    answer.copyBodyToResponse();
  }

  /** What nobody is to store, this program does not store either. */
  private static boolean mayBeKept(HttpServletResponse answer) {
    var control = answer.getHeader(HttpHeaders.CACHE_CONTROL);
    return control == null || !control.contains("no-store");
  }

  private static HttpProblem isSaved() {
    return new HttpProblem(HttpStatus.CONFLICT,
        "What this request asked for was saved when it was made first, but cannot be shown any more.",
        Map.of("saved", true));
  }

  private void keep(KeyedRequest keyed, Repetition repetition, StoredAnswer answer) {
    try {
      requests.keep(keyed.key(),
          new KnownRequest(keyed.digest(), repetition.madeIds(), null, answer));
    } catch (StoreFault fault) {
      // what was asked for is done: the answer can be made again, but the client must get it now
      LOG.error("the answer to a request that may be repeated could not be stored", fault);
    }
  }

  private static StoredAnswer stored(ContentCachingResponseWrapper answer) {
    var headers = new TreeMap<String, String>();
    for (var name : KEPT_HEADERS) {
      var value = answer.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new StoredAnswer(answer.getStatus(), headers,
        new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
  }

  @Override
  public Optional<Terms> of(HttpServletRequest request) {
    return request.getAttribute(KEYED) instanceof KeyedRequest keyed
        ? Optional.of(actionId -> requests.remembering(keyed.key(),
            new KnownRequest(keyed.digest(), madeIds(request), actionId, null)))
        : Optional.empty();
  }

  private static List<String> madeIds(HttpServletRequest request) {
    return Repetition.of(request).map(Repetition::madeIds)
        .orElse(List.of());
  }
}
