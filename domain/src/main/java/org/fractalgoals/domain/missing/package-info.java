/** What is referred to and was never seen. */
@NullMarked
package org.fractalgoals.domain.missing;

import org.jspecify.annotations.NullMarked;
