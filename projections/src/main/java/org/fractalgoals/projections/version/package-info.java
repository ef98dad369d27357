/** How often things have changed. */
@NullMarked
package org.fractalgoals.projections.version;

import org.jspecify.annotations.NullMarked;
