@NullMarked
package org.fractalgoals.domain.imports;

import org.jspecify.annotations.NullMarked;
