@NullMarked
package org.fractalgoals.migration.clock;

import org.jspecify.annotations.NullMarked;
