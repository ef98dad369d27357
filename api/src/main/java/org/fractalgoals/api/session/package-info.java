/** Practice sessions. */
@NullMarked
package org.fractalgoals.api.session;

import org.jspecify.annotations.NullMarked;
