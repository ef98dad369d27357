/** What the history in a legacy file means for a store that knows the thing already. */
@NullMarked
package org.fractalgoals.migration.merge;

import org.jspecify.annotations.NullMarked;
