/** The read model as it was: the same projectors and the same queries, for a part of the history. */
@NullMarked
package org.fractalgoals.projections.asof;

import org.jspecify.annotations.NullMarked;
