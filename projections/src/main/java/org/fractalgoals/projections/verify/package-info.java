/**
 * Looks whether a read model shows what the events say, row by row, beside whoever writes it.
 */
@NullMarked
package org.fractalgoals.projections.verify;

import org.jspecify.annotations.NullMarked;
