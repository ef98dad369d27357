@NullMarked
package org.fractalgoals.domain.purge;

import org.jspecify.annotations.NullMarked;
