@NullMarked
package org.fractalgoals.migration.legacy;

import org.jspecify.annotations.NullMarked;
