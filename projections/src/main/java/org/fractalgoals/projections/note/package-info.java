/** Notes, as rows. */
@NullMarked
package org.fractalgoals.projections.note;

import org.jspecify.annotations.NullMarked;
