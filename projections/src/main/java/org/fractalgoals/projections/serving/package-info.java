/** Which generation of the read model answers, and how the next one takes its place. */
@NullMarked
package org.fractalgoals.projections.serving;

import org.jspecify.annotations.NullMarked;
