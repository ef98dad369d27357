/** Activities, their metrics and splits, as rows. */
@NullMarked
package org.fractalgoals.projections.activity;

import org.jspecify.annotations.NullMarked;
