package org.fractalgoals.api.audit;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.TimeParameters;
import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.Span;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.Source;
import org.jspecify.annotations.Nullable;

/**
 * What people ask for, in their words. What cannot be read is a {@link HttpProblem} with status 400.
 *
 * @param entities knows in which stream a thing is
 * @param types of events that there can be
 * @param times reads times
 */
public record AuditQuestion(Entities entities, Set<String> types, TimeParameters times) {

  /**
   * The filter that is meant. All may be absent.
   *
   * @param said gives what is said under a name; null if nothing is
   */
  public AuditFilter filter(Function<String, @Nullable String> said) {
    var thing = thing(said.apply("entity"));
    var stream = thing == null ? null : entities.find(thing).map(found -> found.stream())
        .orElse(thing.toString());
    return new AuditFilter(said.apply("root"), stream,
        thing == null || thing.toString().equals(stream) ? null : thing, types(said),
        said.apply("actor"), source(said.apply("source")), said.apply("action"),
        span(said, "from", "to"), span(said, "recorded_from", "recorded_to"),
        said.apply("text"));
  }

  private static @Nullable EntityRef thing(@Nullable String text) {
    return text == null
        ? null
        : EntityRef.read(text).orElseThrow(() -> HttpProblem.badRequest(
            "\"entity\" must be a kind and an id, such as goal/0197."));
  }

  private Span span(Function<String, @Nullable String> said, String from, String to) {
    return new Span(times.from(from, said.apply(from)), times.to(to, said.apply(to)));
  }

  private static @Nullable Source source(@Nullable String code) {
    if (code == null) {
      return null;
    }
    return Arrays.stream(Source.values()).filter(source -> source.code().equals(code)).findFirst()
        .orElseThrow(() -> HttpProblem.badRequest("\"source\" must be one of %s.".formatted(Arrays
            .stream(Source.values()).map(Source::code).collect(Collectors.joining(", ")))));
  }

  private Set<String> types(Function<String, @Nullable String> said) {
    var type = said.apply("type");
    var kind = said.apply("kind");
    if (type != null && !types.contains(type)) {
      throw HttpProblem.badRequest(
          "\"type\" must be a type of event, such as goal.renamed; there is no \"%s\"."
              .formatted(type));
    }
    if (kind == null) {
      return type == null ? Set.of() : Set.of(type);
    }
    var ofKind = ofKind(kind);
    if (type != null) {
      ofKind.retainAll(Set.of(type));
      if (ofKind.isEmpty()) {
        throw HttpProblem.badRequest(
            "Nothing of the kind \"%s\" has events of the type \"%s\".".formatted(kind, type));
      }
    }
    return ofKind;
  }

  /** Metrics and splits are part of what happens to an activity. */
  private Set<String> ofKind(String code) {
    var kind = Kind.withCode(code)
        .orElseThrow(() -> HttpProblem.badRequest("\"kind\" must be one of %s.".formatted(Arrays
            .stream(Kind.values()).map(Kind::code).collect(Collectors.joining(", ")))));
    return types.stream().filter(type -> kind == kindOf(type))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static @Nullable Kind kindOf(String type) {
    int dot = type.indexOf('.');
    var family = type.substring(0, dot);
    var part = type.substring(dot + 1, Math.max(dot + 1, type.indexOf('-')));
    return Kind.withCode(family.equals("activity") && isPart(part) ? part : family).orElse(null);
  }

  private static boolean isPart(String word) {
    return word.equals(Kind.METRIC.code()) || word.equals(Kind.SPLIT.code());
  }
}
