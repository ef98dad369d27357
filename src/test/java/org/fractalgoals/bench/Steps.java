package org.fractalgoals.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What is going to happen: things that follow each other, and others that may happen at any time between them. */
final class Steps {

  private final Invention invention;
  private final Deque<Runnable> inOrder = new ArrayDeque<>();
  private final List<Runnable> atAnyTime = new ArrayList<>();

  Steps(Invention invention) {
    this.invention = invention;
  }

  boolean isEmpty() {
    return inOrder.isEmpty();
  }

  void add(Runnable step) {
    inOrder.add(step);
  }

  /** A step that depends on no other, to be taken so many times. */
  void addSomewhere(Runnable step, int times) {
    for (int time = 0; time < times; time++) {
      atAnyTime.add(step);
    }
  }

  /** The next step; there must be one. */
  Runnable next() {
    int steps = inOrder.size() + atAnyTime.size();
    return invention.between(1, steps) > inOrder.size() ? any() : inOrder.remove();
  }

  private Runnable any() {
    int chosen = invention.between(0, atAnyTime.size() - 1);
    var step = atAnyTime.set(chosen, atAnyTime.getLast());
    atAnyTime.removeLast();
    return step;
  }
}
