/** Activities performed in sessions: their timers, notes, sets and values. */
@NullMarked
package org.fractalgoals.api.instance;

import org.jspecify.annotations.NullMarked;
