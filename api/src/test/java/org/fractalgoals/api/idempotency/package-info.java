@NullMarked
package org.fractalgoals.api.idempotency;

import org.jspecify.annotations.NullMarked;
