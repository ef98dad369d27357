@NullMarked
package org.fractalgoals.migration.merge;

import org.jspecify.annotations.NullMarked;
