@NullMarked
package org.fractalgoals.migration.activitygroup;

import org.jspecify.annotations.NullMarked;
