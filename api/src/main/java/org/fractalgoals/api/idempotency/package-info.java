/** Requests that a client may safely repeat. */
@NullMarked
package org.fractalgoals.api.idempotency;

import org.jspecify.annotations.NullMarked;
