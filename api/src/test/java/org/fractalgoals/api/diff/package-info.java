@NullMarked
package org.fractalgoals.api.diff;

import org.jspecify.annotations.NullMarked;
