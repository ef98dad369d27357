/** The catalogue of events for people: made from the sources of the events, and kept in {@code docs/events.md}. */
@NullMarked
package org.fractalgoals.eventstore.document;

import org.jspecify.annotations.NullMarked;
