@NullMarked
package org.fractalgoals.migration.testing;

import org.jspecify.annotations.NullMarked;
