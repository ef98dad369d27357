@NullMarked
package org.fractalgoals.domain.activitygroup;

import org.jspecify.annotations.NullMarked;
