@NullMarked
package org.fractalgoals.domain.note;

import org.jspecify.annotations.NullMarked;
