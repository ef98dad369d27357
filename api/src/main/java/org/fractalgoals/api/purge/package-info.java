/** Erasing for good, files included. */
@NullMarked
package org.fractalgoals.api.purge;

import org.jspecify.annotations.NullMarked;
