/** Keys: who may use the API. */
@NullMarked
package org.fractalgoals.domain.key;

import org.jspecify.annotations.NullMarked;
