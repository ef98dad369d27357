@NullMarked
package org.fractalgoals.migration.export;

import org.jspecify.annotations.NullMarked;
