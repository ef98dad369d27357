package org.fractalgoals.eventstore.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

/** Where in sources objects are made and methods are called, by the names of their classes and their own. */
final class Places extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final Map<String, Set<TreePath>> makers = new HashMap<>();
  private final Map<String, Set<TreePath>> callers = new HashMap<>();

  private Places() {}

  static Places in(Sources sources) {
    var places = new Places();
    sources.units().forEach(unit -> places.scan(unit, null));
    return places;
  }

  /** Where a class is made an object of. */
  Set<TreePath> making(String type) {
    return makers.getOrDefault(type, Set.of());
  }

  /** Where a method of this name is called, whatever it is called of. */
  Set<TreePath> calling(String method) {
    return callers.getOrDefault(method, Set.of());
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
    note(makers, made.getIdentifier().toString());
    return super.visitNewClass(made, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
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
