package org.fractalgoals.eventstore.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

/**
 * Which commands make which events. Follows the sources from the place that makes an event through those that call it,
 * until a command is met: as what a case is about, or as what a method takes.
 */
final class Emitters {

  private final Map<String, Set<TreePath>> makers = new HashMap<>();
  private final Map<String, Set<TreePath>> callers = new HashMap<>();
  private final Set<String> commands;

  /**
   * @param sources of the domain
   * @param commands names of commands, and of what they consist of, as the sources use them
   */
  Emitters(Sources sources, Set<String> commands) {
    this.commands = commands;
    sources.units().forEach(unit -> new Finder().scan(unit, null));
  }

  /**
   * The commands that make an event, by their names.
   *
   * @param event name of its class
   */
  Set<String> of(String event) {
    var causes = new TreeSet<String>();
    makers.getOrDefault(event, Set.of())
        .forEach(place -> follow(place, causes, new HashSet<>()));
    return causes;
  }

  /** Whether an event is made at all. */
  boolean knows(String event) {
    return makers.containsKey(event);
  }

  private void follow(TreePath place, Set<String> causes, Set<Tree> seen) {
    var conditions = new HashMap<String, Boolean>();
    for (@Nullable TreePath at = place; at != null; at = at.getParentPath()) {
      var command = at.getLeaf() instanceof CaseTree branch
          ? commandIn(branch, at.getCompilationUnit())
          : null;
      if (command != null) {
        causes.add(command);
        return;
      }
      if (at.getParentPath() != null
          && at.getParentPath().getLeaf() instanceof ConditionalExpressionTree choice) {
        conditions.put(bare(choice.getCondition()), at.getLeaf() == choice.getTrueExpression());
      }
      if (at.getLeaf() instanceof MethodTree method) {
        followMethod(method, at, conditions, causes, seen);
        return;
      }
    }
  }

  private static String bare(Tree expression) {
    return expression.toString().replaceAll("[()]", "");
  }

  /**
   * @param conditions what has to be true, or false, in the method
   */
  private void followMethod(MethodTree method, TreePath place, Map<String, Boolean> conditions,
      Set<String> causes, Set<Tree> seen) {
    if (!seen.add(method)) {
      return;
    }
    for (var parameter : method.getParameters()) {
      var type = String.valueOf(parameter.getType());
      if (commands.contains(type)) {
        causes.add(qualified(type, place.getCompilationUnit()));
        return;
      }
    }
    for (var call : callers.getOrDefault(method.getName().toString(), Set.of())) {
      if (mayCall(call, method, place) && mayHold(call, method, conditions)) {
        follow(call, causes, seen);
      }
    }
  }

  /** Calls go to the same class, name the class, or come from those who know only the interface. */
  private static boolean mayCall(TreePath call, MethodTree method, TreePath place) {
    var called = className(place);
    var receiver = receiver(call.getLeaf());
    if (receiver.isEmpty()) {
      return className(call).equals(called);
    }
    var isOverridden = method.getModifiers().getAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    return receiver.equals(called) || receiver.startsWith("new " + called)
        || (isOverridden && isTrash(call));
  }

  /** Those who delete and restore know things of all kinds by their interface. */
  private static boolean isTrash(TreePath call) {
    return String.valueOf(call.getCompilationUnit().getPackageName()).endsWith(".trash");
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
  private static boolean mayHold(TreePath call, MethodTree method,
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

  private @Nullable String commandIn(CaseTree branch, CompilationUnitTree unit) {
    for (var label : branch.getLabels()) {
      var type = label instanceof PatternCaseLabelTree pattern
          ? switch (pattern.getPattern()) {
            case BindingPatternTree binding -> binding.getVariable().getType().toString();
            case DeconstructionPatternTree record -> record.getDeconstructor().toString();
            default -> "";
          }
          : "";
      if (commands.contains(type)) {
        return qualified(type, unit);
      }
    }
    return null;
  }

  /** The name with those of the types around it, but for that of the family of commands. */
  private static String qualified(String type, CompilationUnitTree unit) {
    for (var imported : unit.getImports()) {
      var name = imported.getQualifiedIdentifier().toString();
      if (name.endsWith("." + type)) {
        return name.replaceAll("^[a-z.]+", "").replaceFirst("^\\w+Command\\.", "");
      }
    }
    return type;
  }

  /** Finds what makes events and what calls what. */
  private final class Finder extends TreePathScanner<@Nullable Void, @Nullable Void> {

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
      note(makers, made.getIdentifier().toString());
      return super.visitNewClass(made, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call,
        @Nullable Void nothing) {
      var method = call.getMethodSelect();
      note(callers, method instanceof MemberSelectTree select
          ? select.getIdentifier().toString()
          : method.toString());
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree reference,
        @Nullable Void nothing) {
      note(callers, reference.getName().toString());
      return super.visitMemberReference(reference, null);
    }

    private void note(Map<String, Set<TreePath>> places, String name) {
      places.computeIfAbsent(name, unknown -> new HashSet<>()).add(getCurrentPath());
    }
  }
}
