/** Placeholders for what is referred to and was never seen, as rows. */
@NullMarked
package org.fractalgoals.projections.missing;

import org.jspecify.annotations.NullMarked;
