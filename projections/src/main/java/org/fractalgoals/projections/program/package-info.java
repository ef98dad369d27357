/** Programs, their blocks and days, and what is planned for those. */
@NullMarked
package org.fractalgoals.projections.program;

import org.jspecify.annotations.NullMarked;
