/** Takes back what an action did, as an action of its own. */
@NullMarked
package org.fractalgoals.domain.undo;

import org.jspecify.annotations.NullMarked;
