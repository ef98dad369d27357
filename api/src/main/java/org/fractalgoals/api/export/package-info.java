/** One fractal in one file, for people and for other programs. */
@NullMarked
package org.fractalgoals.api.export;

import org.jspecify.annotations.NullMarked;
