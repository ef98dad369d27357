@NullMarked
package org.fractalgoals.migration.output;

import org.jspecify.annotations.NullMarked;
