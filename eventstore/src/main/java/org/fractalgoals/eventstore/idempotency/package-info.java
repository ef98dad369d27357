/** Requests that may be repeated, and what they were answered. */
@NullMarked
package org.fractalgoals.eventstore.idempotency;

import org.jspecify.annotations.NullMarked;
