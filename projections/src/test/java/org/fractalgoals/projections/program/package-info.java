@NullMarked
package org.fractalgoals.projections.program;

import org.jspecify.annotations.NullMarked;
