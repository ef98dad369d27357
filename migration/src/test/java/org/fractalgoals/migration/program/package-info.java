@NullMarked
package org.fractalgoals.migration.program;

import org.jspecify.annotations.NullMarked;
