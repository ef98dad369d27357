@NullMarked
package org.fractalgoals.projections.trash;

import org.jspecify.annotations.NullMarked;
