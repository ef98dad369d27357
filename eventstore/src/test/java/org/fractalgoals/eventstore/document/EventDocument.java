package org.fractalgoals.eventstore.document;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.StoredAs;
import org.fractalgoals.eventstore.Codecs;
import org.jspecify.annotations.Nullable;

/** Writes the catalogue of events: what is stored, what it means, and what makes it. */
final class EventDocument {

  private static final String HEAD = """
    # The events

    Everything that the event store holds, type by type: made from the sources, and tested to be what they say. Payloads
    are JSON; a member that is null is absent. Times are UTC with up to six digits of fraction, days are `2026-03-04`,
    digits of no zone are `2031-01-02T10:00:00`. What refers to a thing of several kinds is an object with `kind` and
    `id`. Free JSON is kept as a text that holds it.

    An event is never changed. Its type is never used for something else; another shape of its payload gets another
    revision, and the older ones are read as the current one.

    What emits an event is a command, or the part of one, whose code leads to it: that of a new activity can in principle
    remove a metric, though it will find none.
    """;

  private final Javadoc javadoc;
  private final Emitters emitters;
  private final Emitters imports;
  private final StringBuilder written = new StringBuilder(HEAD);
  private final List<String> unsaid = new ArrayList<>();

  private EventDocument(Sources domain, Sources migration) {
    this.javadoc = new Javadoc(domain);
    this.emitters = new Emitters(domain, Commands.in(domain));
    this.imports = new Emitters(migration, Set.of());
  }

  /**
   * The whole document.
   *
   * @param project the folder of the project
   * @throws IllegalStateException if there is something of which no Javadoc says what it means
   */
  static String of(Path project) throws IOException {
    return new EventDocument(Sources.in(project.resolve("domain/src/main/java")),
        Sources.in(project.resolve("migration/src/main/java"))).write();
  }

  private String write() {
    var family = "";
    for (var event : Codecs.events()) {
      var type = event.getAnnotation(StoredAs.class).value();
      var next = type.substring(0, type.indexOf('.'));
      if (!next.equals(family)) {
        written.append("\n## ").append(next).append("\n");
        family = next;
      }
      write(event);
    }
    if (!unsaid.isEmpty()) {
      throw new IllegalStateException("no Javadoc says what this means: " + unsaid);
    }
    return written.toString();
  }

  private void write(Class<? extends DomainEvent> event) {
    var stored = event.getAnnotation(StoredAs.class);
    written.append("\n### ").append(stored.value()).append("\n\n")
        .append(said(javadoc.of(event), event.getSimpleName())).append("\n\nRevision ")
        .append(stored.revision()).append(". ").append(emitted(event)).append("\n\n")
        .append("| member | type | meaning |\n|---|---|---|\n");
    var parts = new LinkedHashSet<Class<?>>();
    writeMembers(event, "", parts);
    for (var part : parts) {
      writeMembers(part, part.getSimpleName() + ": ", new LinkedHashSet<>());
    }
  }

  private void writeMembers(Class<?> type, String prefix, Set<Class<?>> parts) {
    for (var component : type.getRecordComponents()) {
      var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      written.append("| ").append(prefix).append("`").append(component.getName()).append("` | ")
          .append(typeOf(component.getGenericType(), parts)).append(nullable ? " or null" : "")
          .append(" | ").append(meaning(type, component)).append(" |\n");
    }
  }

  private String meaning(Class<?> type, RecordComponent component) {
    var said = said(javadoc.of(type, component.getName()),
        type.getSimpleName() + "." + component.getName());
    var sentence = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  private String said(Optional<String> found, String what) {
    var text = found.filter(sentence -> !sentence.isEmpty());
    if (text.isEmpty()) {
      unsaid.add(what);
    }
    return text.orElse("?");
  }

  private String emitted(Class<? extends DomainEvent> event) {
    var by = emitters.of(event.getSimpleName()).stream().map(name -> "`" + name + "`")
        .collect(Collectors.toCollection(ArrayList::new));
    if (imports.knows(event.getSimpleName()) || emitters.knowsAsField(event.getSimpleName())) {
      by.add("the import of a legacy file");
    }
    return by.isEmpty()
        ? "Nothing emits it in this version; it is read and applied all the same."
        : "Emitted by " + String.join(", ", by) + ".";
  }

  /** A type as JSON has it. Records that it consists of are left to be described. */
  private static String typeOf(Type type, Set<Class<?>> parts) {
    if (type instanceof ParameterizedType list) {
      return "list of " + typeOf(list.getActualTypeArguments()[0], parts);
    }
    var simple = (Class<?>) type;
    return switch (simple.getSimpleName()) {
      case "String" -> "text";
      case "Instant" -> "time";
      case "LocalDate" -> "day";
      case "LocalDateTime" -> "digits of no zone";
      case "JsonText" -> "free JSON";
      case "EntityRef" -> "reference";
      case "boolean" -> "boolean";
      case "long", "Long", "int", "Integer" -> "whole number";
      case "double" -> "number";
      default -> {
        if (!simple.isRecord()) {
          throw new IllegalStateException("no word for the type " + simple);
        }
        parts.add(simple);
        yield simple.getSimpleName();
      }
    };
  }
}
