@NullMarked
package org.fractalgoals.projections.activitygroup;

import org.jspecify.annotations.NullMarked;
