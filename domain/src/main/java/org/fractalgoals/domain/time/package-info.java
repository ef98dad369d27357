@NullMarked
package org.fractalgoals.domain.time;

import org.jspecify.annotations.NullMarked;
