@NullMarked
package org.fractalgoals.migration;

import org.jspecify.annotations.NullMarked;
