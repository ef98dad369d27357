package org.fractalgoals.eventstore.document;

import java.util.Locale;
import java.util.Map;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import org.jspecify.annotations.Nullable;

/** Judges, by names alone, whether what looks like a call of a method is one. */
final class Call {

  private Call() {}

  /**
   * Calls go to the same class, name the class or what is called after it, or come from those who know only the interface.
   */
  static boolean mayBe(TreePath call, MethodTree method, TreePath place) {
    var called = className(place);
    var receiver = receiver(call.getLeaf());
    if (receiver.isEmpty()) {
      return className(call).equals(called);
    }
    var isOverridden = method.getModifiers().getAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    return receiver.equals(called) || receiver.startsWith("new " + called)
        || receiver.equals(called.substring(0, 1).toLowerCase(Locale.ROOT) + called.substring(1))
        || (isOverridden && knowsInterfaceOnly(call));
  }

  /** Those who delete, restore and undo know things of all kinds by their interface. */
  private static boolean knowsInterfaceOnly(TreePath call) {
    var name = String.valueOf(call.getCompilationUnit().getPackageName());
    return name.endsWith(".trash") || name.endsWith(".undo");
  }

  /** What a method is called of; empty if that is not said. */
  private static String receiver(Tree call) {
    return switch (call) {
      case MethodInvocationTree invocation when invocation
          .getMethodSelect() instanceof MemberSelectTree select ->
        select.getExpression().toString();
      case MemberReferenceTree reference -> reference.getQualifierExpression().toString();
      default -> "";
    };
  }

  /** Whether the arguments that are written out as true or false are what has to be. */
  static boolean mayHold(TreePath call, MethodTree method,
      Map<String, Boolean> conditions) {
    if (!(call.getLeaf() instanceof MethodInvocationTree invocation)) {
      return true;
    }
    for (int place = 0; place < method.getParameters().size(); place++) {
      var wanted = conditions.get(method.getParameters().get(place).getName().toString());
      var given = place < invocation.getArguments().size()
          ? invocation.getArguments().get(place).toString()
          : "";
      if (wanted != null && given.equals(String.valueOf(!wanted))) {
        return false;
      }
    }
    return true;
  }

  private static String className(TreePath place) {
    for (@Nullable TreePath at = place; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof ClassTree type) {
        return type.getSimpleName().toString();
      }
    }
    return "";
  }
}
