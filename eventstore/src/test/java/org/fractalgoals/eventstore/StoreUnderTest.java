package org.fractalgoals.eventstore;

import java.util.List;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.event.EventAppender;
import org.fractalgoals.domain.event.EventHistory;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.EventStreams;
import org.fractalgoals.eventstore.chain.ChainCheck;

/** An event store of some engine, as the conformance suite sees it. */
public interface StoreUnderTest extends AutoCloseable {

  EventAppender appender();

  EventReader reader();

  EventHistory history();

  Entities entities();

  EventStreams streams();

  EventStorageEngine axon(List<Class<?>> aggregates);

  ChainCheck.Result walkTheChain();

  /** What another process reads that opens the same store now, without the help of this one. */
  List<String> eventIdsSeenByOthers();

  @Override
  void close();
}
