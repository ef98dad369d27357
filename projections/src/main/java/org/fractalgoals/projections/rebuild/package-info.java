/** Building a read model anew, beside the one that is in use. */
@NullMarked
package org.fractalgoals.projections.rebuild;

import org.jspecify.annotations.NullMarked;
