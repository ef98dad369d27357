/** Keys to the API, for administrators. */
@NullMarked
package org.fractalgoals.api.key;

import org.jspecify.annotations.NullMarked;
