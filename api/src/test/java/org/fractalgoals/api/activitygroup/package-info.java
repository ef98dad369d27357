@NullMarked
package org.fractalgoals.api.activitygroup;

import org.jspecify.annotations.NullMarked;
