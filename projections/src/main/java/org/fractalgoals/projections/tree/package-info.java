/** The tree of a fractal: goals and sessions. */
@NullMarked
package org.fractalgoals.projections.tree;

import org.jspecify.annotations.NullMarked;
