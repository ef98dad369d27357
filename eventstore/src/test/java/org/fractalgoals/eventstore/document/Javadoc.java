package org.fractalgoals.eventstore.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

/** What the Javadoc of sources says of types and their members, as plain text. */
final class Javadoc {

  private record Member(String type, String name) {}

  private final Map<String, String> types = new HashMap<>();
  private final Map<Member, String> members = new HashMap<>();

  Javadoc(Sources sources) {
    for (var unit : sources.units()) {
      new Reader(sources, String.valueOf(unit.getPackageName())).scan(unit, null);
    }
  }

  /** What is said of a type; empty if nothing is. */
  Optional<String> of(Class<?> type) {
    return Optional.ofNullable(types.get(type.getCanonicalName()));
  }

  /** What is said of a component of a record, there or where an interface asks for it; empty if nothing is. */
  Optional<String> of(Class<?> type, String component) {
    var here = members.get(new Member(String.valueOf(type.getCanonicalName()), component));
    if (here != null) {
      return Optional.of(here);
    }
    for (var above : type.getInterfaces()) {
      var found = of(above, component);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String text(List<? extends DocTree> parts) {
    return parts.stream().map(part -> switch (part) {
      case LinkTree link -> link.getLabel().isEmpty()
          ? "`" + link.getReference() + "`"
          : text(link.getLabel());
      case LiteralTree literal -> "`" + literal.getBody() + "`";
      default -> part.toString();
    }).collect(Collectors.joining()).replaceAll("\\s+", " ").strip();
  }

  /** Reads one file. */
  private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Sources sources;
    private String scope;

    Reader(Sources sources, String scope) {
      this.sources = sources;
      this.scope = scope;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      var outer = scope;
      scope = outer + "." + type.getSimpleName();
      read(getCurrentPath());
      super.visitClass(type, null);
      scope = outer;
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      var comment = sources.docs().getDocCommentTree(getCurrentPath());
      if (comment != null && method.getParameters().isEmpty()) {
        members.put(new Member(scope, method.getName().toString()), text(comment.getFullBody()));
      }
      return null;
    }

    private void read(TreePath type) {
      var comment = sources.docs().getDocCommentTree(type);
      if (comment == null) {
        return;
      }
      if (!comment.getFullBody().isEmpty()) {
        types.put(scope, text(comment.getFullBody()));
      }
      for (var tag : comment.getBlockTags()) {
        if (tag instanceof ParamTree param) {
          members.put(new Member(scope, param.getName().toString()), text(param.getDescription()));
        }
      }
    }
  }
}
