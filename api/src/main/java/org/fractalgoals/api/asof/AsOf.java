package org.fractalgoals.api.asof;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.Moments;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.Until;

/** Reads up to where a request wants the history to be told. What is wrong with that is a problem with status 400. */
final class AsOf {

  private static final String MOMENT = "asOf";
  private static final String POSITION = "asOfPosition";

  private static final Pattern ASKED = Pattern
      .compile("(?:^|&)(?:%s|%s)(?:[=&]|$)".formatted(MOMENT, POSITION));
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Moments moments;
  private final EventReader events;

  AsOf(Moments moments, EventReader events) {
    this.moments = moments;
    this.events = events;
  }

  /** Empty if a request wants to see what is now. */
  Optional<Until> in(HttpServletRequest request) {
    // the parameters of a form are none of our business, and reading them would use up the body
    var query = request.getQueryString();
    if (query == null || !ASKED.matcher(query).find()) {
      return Optional.empty();
    }
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      throw HttpProblem.badRequest(
          "Only what reads can be asked as of then: the past cannot be changed. Leave out \"%s\" and \"%s\"."
              .formatted(MOMENT, POSITION));
    }
    var moment = value(request, MOMENT).map(text -> moment(text));
    var position = value(request, POSITION).map(text -> position(text));
    if (moment.isPresent() && position.isPresent()) {
      throw HttpProblem.badRequest(
          "Either \"%s\" or \"%s\" says when, not both.".formatted(MOMENT, POSITION));
    }
    return moment.or(() -> position);
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    var values = request.getParameterValues(name);
    if (values == null) {
      return Optional.empty();
    }
    if (values.length > 1) {
      throw HttpProblem.badRequest("\"%s\" can be said once only.".formatted(name));
    }
    return Optional.of(values[0]);
  }

  private Until moment(String text) {
    return new Until.Moment(moments.read(MOMENT, text));
  }

  private Until position(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw HttpProblem.badRequest(
          "\"%s\" must be the position of an event, such as 16.".formatted(POSITION));
    }
    var position = Long.parseLong(text);
    var head = events.head().position();
    if (position > head) {
      throw HttpProblem.badRequest("\"%s\" is beyond the last event, which is at %d."
          .formatted(POSITION, head));
    }
    return new Until.Position(position);
  }
}
