@NullMarked
package org.fractalgoals.domain.trash;

import org.jspecify.annotations.NullMarked;
