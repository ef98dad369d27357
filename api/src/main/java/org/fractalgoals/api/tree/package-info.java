/** The nodes of a fractal, goals and sessions, as the API shows them. */
@NullMarked
package org.fractalgoals.api.tree;

import org.jspecify.annotations.NullMarked;
