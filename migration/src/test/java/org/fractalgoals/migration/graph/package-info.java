@NullMarked
package org.fractalgoals.migration.graph;

import org.jspecify.annotations.NullMarked;
