@NullMarked
package org.fractalgoals.faults;

import org.jspecify.annotations.NullMarked;
