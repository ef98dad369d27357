@NullMarked
package org.fractalgoals.projections.asof;

import org.jspecify.annotations.NullMarked;
