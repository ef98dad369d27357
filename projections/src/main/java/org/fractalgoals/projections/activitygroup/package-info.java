/** Groups of activities, as rows. */
@NullMarked
package org.fractalgoals.projections.activitygroup;

import org.jspecify.annotations.NullMarked;
