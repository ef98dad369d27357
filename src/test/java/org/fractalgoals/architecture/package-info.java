@NullMarked
package org.fractalgoals.architecture;

import org.jspecify.annotations.NullMarked;
