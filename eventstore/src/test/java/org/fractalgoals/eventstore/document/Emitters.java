package org.fractalgoals.eventstore.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import org.jspecify.annotations.Nullable;

/**
 * Which commands make which events. Follows the sources from the place that makes an event through those that call it,
 * until a command is met: as what a case is about, or as what a method takes.
 */
final class Emitters {

  private final Places places;
  private final Set<String> commands;

  /**
   * @param sources of the domain
   * @param commands names of commands, and of what they consist of, as the sources use them
   */
  Emitters(Sources sources, Set<String> commands) {
    this.commands = commands;
    this.places = Places.in(sources);
  }

  /**
   * The commands that make an event, by their names.
   *
   * @param event name of its class
   */
  Set<String> of(String event) {
    var causes = new TreeSet<String>();
    places.making(event).forEach(place -> follow(place, causes, new HashSet<>()));
    return causes;
  }

  /** Whether an event is made at all. */
  boolean knows(String event) {
    return !places.making(event).isEmpty();
  }

  /** Whether an event is made where fields are given values, whatever the kind of thing: as imports do. */
  boolean knowsAsField(String event) {
    return places.making(event).stream().anyMatch(place -> String
        .valueOf(place.getCompilationUnit().getPackageName()).endsWith(".fact"));
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
    for (var call : places.calling(method.getName().toString())) {
      if (Call.mayBe(call, method, place) && Call.mayHold(call, method, conditions)) {
        follow(call, causes, seen);
      }
    }
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
}
