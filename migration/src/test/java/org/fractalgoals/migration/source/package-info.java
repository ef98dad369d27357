@NullMarked
package org.fractalgoals.migration.source;

import org.jspecify.annotations.NullMarked;
