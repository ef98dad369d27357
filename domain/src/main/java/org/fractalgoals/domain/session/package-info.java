/** Practice sessions and the activities performed in them. */
@NullMarked
package org.fractalgoals.domain.session;

import org.jspecify.annotations.NullMarked;
