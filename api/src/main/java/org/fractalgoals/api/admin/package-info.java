/** What only those may do who may read the data directory. */
@NullMarked
package org.fractalgoals.api.admin;

import org.jspecify.annotations.NullMarked;
