package org.fractalgoals.api.cli;

import org.fractalgoals.api.Version;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionLine implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"Fractal Goals " + Version.current()};
  }
}
