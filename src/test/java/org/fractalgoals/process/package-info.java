@NullMarked
package org.fractalgoals.process;

import org.jspecify.annotations.NullMarked;
