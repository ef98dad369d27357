@NullMarked
package org.fractalgoals.migration.proof;

import org.jspecify.annotations.NullMarked;
