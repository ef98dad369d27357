package org.fractalgoals.migration;

import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.event.EventQueue;
import org.fractalgoals.domain.imports.ImportHistory;

/**
 * The store that is imported into. It counts only once all of an import is there and proved.
 *
 * @param events appends to it
 * @param entities the things it knows
 * @param imports what earlier imports left in it
 * @param ids makes ids of events
 * @param isEmpty whether nothing at all is in it
 */
public record Target(EventQueue events, Entities entities, ImportHistory imports,
    EventIds ids, boolean isEmpty) {}
