/** Answers questions to the history from the table {@code events}. */
@NullMarked
package org.fractalgoals.eventstore.audit;

import org.jspecify.annotations.NullMarked;
