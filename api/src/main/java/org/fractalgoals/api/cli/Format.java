package org.fractalgoals.api.cli;

/** How a command that answers a question writes its answer: for people or for programs. */
enum Format {
  table, json
}
