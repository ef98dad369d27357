/** What events tell of the fields of things, and which event gives a field another value. */
@NullMarked
package org.fractalgoals.domain.fact;

import org.jspecify.annotations.NullMarked;
