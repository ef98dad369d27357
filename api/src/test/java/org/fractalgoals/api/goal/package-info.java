@NullMarked
package org.fractalgoals.api.goal;

import org.jspecify.annotations.NullMarked;
