/** Who changed what, when, from what to what: questions to the history itself. */
@NullMarked
package org.fractalgoals.domain.audit;

import org.jspecify.annotations.NullMarked;
