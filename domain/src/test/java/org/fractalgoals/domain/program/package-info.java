@NullMarked
package org.fractalgoals.domain.program;

import org.jspecify.annotations.NullMarked;
