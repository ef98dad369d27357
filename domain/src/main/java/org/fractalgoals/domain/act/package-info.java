/** What administrators do with a store as a whole. */
@NullMarked
package org.fractalgoals.domain.act;

import org.jspecify.annotations.NullMarked;
