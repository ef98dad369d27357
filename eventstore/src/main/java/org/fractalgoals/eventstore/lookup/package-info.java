@NullMarked
package org.fractalgoals.eventstore.lookup;

import org.jspecify.annotations.NullMarked;
