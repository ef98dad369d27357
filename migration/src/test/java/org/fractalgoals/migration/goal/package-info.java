@NullMarked
package org.fractalgoals.migration.goal;

import org.jspecify.annotations.NullMarked;
