/** Which goals and sessions can be seen. */
@NullMarked
package org.fractalgoals.projections.visibility;

import org.jspecify.annotations.NullMarked;
