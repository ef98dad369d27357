package org.fractalgoals.api.cli;

import java.util.List;

import org.fractalgoals.api.Settings;
import org.fractalgoals.api.Version;
import org.fractalgoals.api.key.KeyView;
import org.fractalgoals.api.key.MadeKeyView;
import org.fractalgoals.api.security.KeySecret;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.key.NewKey;
import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreOptions;

/** The keys of a store that no server has. */
final class DirectKeys implements Keys {

  private final DirectoryLock lock;
  private final SqliteEventStore store;

  /**
   * Opens the store; makes it if there is none: keys may come before everything else.
   *
   * @throws org.fractalgoals.eventstore.fault.DirectoryInUse if another process has the directory
   */
  DirectKeys(Settings settings) {
    this.lock = DirectoryLock.acquire(settings.directory(), Version.current());
    try {
      this.store = SqliteEventStore.open(settings.directory(),
          new StoreOptions(settings.zone(), settings.environment(), settings.clock()));
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  @Override
  public MadeKeyView add(NewKey key) {
    var secret = KeySecret.make();
    store.keys().add(key, secret.digest(), origin());
    return MadeKeyView.of(key, secret);
  }

  @Override
  public List<KeyView> all() {
    return store.keys().all().stream().map(KeyView::of).toList();
  }

  @Override
  public void revoke(String name) {
    store.keys().revoke(name, origin());
  }

  private Origin origin() {
    return new Origin(Main.ACTOR, Source.CLI, store.ids().next());
  }

  @Override
  public void close() {
    try (lock) {
      store.close();
    }
  }
}
