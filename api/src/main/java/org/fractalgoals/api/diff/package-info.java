/** What has changed in a fractal between two moments. */
@NullMarked
package org.fractalgoals.api.diff;

import org.jspecify.annotations.NullMarked;
