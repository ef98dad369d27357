/** Lets every read be asked as of a moment of the past. */
@NullMarked
package org.fractalgoals.api.asof;

import org.jspecify.annotations.NullMarked;
