/** Sessions, the activities performed in them and what was measured, as rows. */
@NullMarked
package org.fractalgoals.projections.session;

import org.jspecify.annotations.NullMarked;
