package org.fractalgoals.eventstore.document;

import java.util.HashSet;
import java.util.Set;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

/** The names of commands: records in a family of commands, and whatever else has a handler. */
final class Commands extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final Set<String> names = new HashSet<>();

  private Commands() {}

  static Set<String> in(Sources sources) {
    var commands = new Commands();
    sources.units().forEach(unit -> commands.scan(unit, null));
    return commands.names;
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
    var file = getCurrentPath().getCompilationUnit().getSourceFile().getName();
    if (file.endsWith("Command.java") && type.getKind() == Tree.Kind.RECORD
        && !type.getImplementsClause().isEmpty()) {
      names.add(type.getSimpleName().toString());
    }
    return super.visitClass(type, null);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
    var isHandler = method.getModifiers().getAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("CommandHandler"));
    if (isHandler) {
      var type = String.valueOf(method.getParameters().get(0).getType());
      if (!type.endsWith("Command") && !type.contains(".")) {
        names.add(type);
      }
    }
    return null;
  }
}
