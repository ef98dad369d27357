@NullMarked
package org.fractalgoals.domain.goal;

import org.jspecify.annotations.NullMarked;
