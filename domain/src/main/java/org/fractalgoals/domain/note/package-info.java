/** Notes that people write about goals, sessions, activities and what they performed. */
@NullMarked
package org.fractalgoals.domain.note;

import org.jspecify.annotations.NullMarked;
