@NullMarked
package org.fractalgoals.api.asof;

import org.jspecify.annotations.NullMarked;
