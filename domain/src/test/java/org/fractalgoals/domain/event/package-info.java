@NullMarked
package org.fractalgoals.domain.event;

import org.jspecify.annotations.NullMarked;
