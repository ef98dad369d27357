@NullMarked
package org.fractalgoals.projections.missing;

import org.jspecify.annotations.NullMarked;
