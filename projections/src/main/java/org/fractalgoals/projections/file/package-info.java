@NullMarked
package org.fractalgoals.projections.file;

import org.jspecify.annotations.NullMarked;
