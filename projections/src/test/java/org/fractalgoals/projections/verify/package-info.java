@NullMarked
package org.fractalgoals.projections.verify;

import org.jspecify.annotations.NullMarked;
