/** What was measured over time. */
@NullMarked
package org.fractalgoals.api.metric;

import org.jspecify.annotations.NullMarked;
