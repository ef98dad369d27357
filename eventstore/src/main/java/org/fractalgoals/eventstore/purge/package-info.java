/** Erasing what events told. */
@NullMarked
package org.fractalgoals.eventstore.purge;

import org.jspecify.annotations.NullMarked;
