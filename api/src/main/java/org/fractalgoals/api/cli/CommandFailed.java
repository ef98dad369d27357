package org.fractalgoals.api.cli;

/** A command cannot do what it was asked to. The message is one sentence that says why, and what to do. */
final class CommandFailed extends RuntimeException {

  CommandFailed(String sentence) {
    super(sentence);
  }
}
