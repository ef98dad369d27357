/** What comes in: every route with everything that can be wrong with what it is asked. */
@NullMarked
package org.fractalgoals.api.input;

import org.jspecify.annotations.NullMarked;
