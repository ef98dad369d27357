package org.fractalgoals.eventstore.lookup;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.sqlite.StatementCache;

/** The entity table as it was last committed. */
public final class CommittedEntities implements Entities {

  /** One question to the table. */
  private interface Query<T> {
    T ask(EntityTable table) throws SQLException;
  }

  private final DataSource readers;

  public CommittedEntities(DataSource readers) {
    this.readers = readers;
  }

  @Override
  public Optional<Entity> find(EntityRef ref) {
    return ask(table -> table.find(ref));
  }

  @Override
  public List<Entity> lineage(EntityRef ref) {
    return ask(table -> table.lineage(ref));
  }

  @Override
  public List<Entity> cascade(Entity top) {
    var tree = ask(table -> table.liveTree(top.ref()));
    if (!top.isRoot()) {
      return tree;
    }
    var cascade = new ArrayList<>(tree);
    var inTree = new HashSet<>(tree.stream().map(Entity::ref).toList());
    ask(table -> table.liveInFractal(top.rootId())).stream()
        .filter(entity -> entity.ref().kind().isDeletedWithFractal())
        .filter(entity -> inTree.add(entity.ref())).forEach(cascade::add);
    return cascade;
  }

  @Override
  public List<Entity> deletedBy(String actionId) {
    return ask(table -> table.deletedBy(actionId));
  }

  @Override
  public long purgedSince(String actionId) {
    return ask(table -> table.purgedSince(actionId));
  }

  @Override
  public List<Entity> children(EntityRef parent, Kind kind) {
    return ask(table -> table.children(parent, kind));
  }

  @Override
  public long greatestSortOrder(EntityRef parent) {
    return ask(table -> table.greatestSortOrder(parent));
  }

  @Override
  public long greatestSortOrder(String rootId, Kind kind) {
    return ask(table -> table.greatestSortOrder(rootId, kind));
  }

  @Override
  public List<Entity> live(String rootId, Kind kind) {
    return ask(table -> table.live(rootId, kind));
  }

  private <T> T ask(Query<T> query) {
    try (var connection = readers.getConnection();
        var statements = new StatementCache(connection)) {
      return query.ask(EntityTable.on(statements));
    } catch (SQLException e) {
      throw new StoreFault("The event store could not be read: " + e.getMessage(), e);
    }
  }
}
