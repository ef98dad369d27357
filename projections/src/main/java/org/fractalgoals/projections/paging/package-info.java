/** Long lists, page by page. */
@NullMarked
package org.fractalgoals.projections.paging;

import org.jspecify.annotations.NullMarked;
