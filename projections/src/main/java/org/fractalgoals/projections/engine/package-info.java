@NullMarked
package org.fractalgoals.projections.engine;

import org.jspecify.annotations.NullMarked;
