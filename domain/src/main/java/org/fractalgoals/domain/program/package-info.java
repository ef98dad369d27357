/** Programs: plans over time, made of blocks of days with the templates that are to be practised on them. */
@NullMarked
package org.fractalgoals.domain.program;

import org.jspecify.annotations.NullMarked;
