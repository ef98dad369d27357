@NullMarked
package org.fractalgoals.projections.naming;

import org.jspecify.annotations.NullMarked;
