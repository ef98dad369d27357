/** Who changed what, when, from what to what, in answers and for people. */
@NullMarked
package org.fractalgoals.api.audit;

import org.jspecify.annotations.NullMarked;
