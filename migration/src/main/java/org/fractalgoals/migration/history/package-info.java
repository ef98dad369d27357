@NullMarked
package org.fractalgoals.migration.history;

import org.jspecify.annotations.NullMarked;
