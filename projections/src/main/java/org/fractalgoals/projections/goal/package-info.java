@NullMarked
package org.fractalgoals.projections.goal;

import org.jspecify.annotations.NullMarked;
