@NullMarked
package org.fractalgoals.projections;

import org.jspecify.annotations.NullMarked;
