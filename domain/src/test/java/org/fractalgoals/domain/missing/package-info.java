@NullMarked
package org.fractalgoals.domain.missing;

import org.jspecify.annotations.NullMarked;
