@NullMarked
package org.fractalgoals.api.conditional;

import org.jspecify.annotations.NullMarked;
