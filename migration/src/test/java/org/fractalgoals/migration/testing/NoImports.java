package org.fractalgoals.migration.testing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.imports.ImportHistory;

/** A store that nothing was imported into. */
public final class NoImports implements ImportHistory {

  @Override
  public List<LegacyFileImported> imports() {
    return List.of();
  }

  @Override
  public void forEach(String importId, Consumer<Fact> fact) {
    // there is none
  }

  @Override
  public Optional<String> rowAt(long position) {
    return Optional.empty();
  }

  @Override
  public boolean isPurged(long position) {
    return false;
  }

  @Override
  public void forEachRow(Consumer<Fact> fact) {
    // there is none
  }

  @Override
  public List<Told> told(String stream) {
    return List.of();
  }
}
