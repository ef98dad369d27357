/** What is told of events that were emptied. */
@NullMarked
package org.fractalgoals.eventstore.tombstone;

import org.jspecify.annotations.NullMarked;
