/** Keys as they are stored. */
@NullMarked
package org.fractalgoals.eventstore.key;

import org.jspecify.annotations.NullMarked;
