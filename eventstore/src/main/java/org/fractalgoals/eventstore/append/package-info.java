@NullMarked
package org.fractalgoals.eventstore.append;

import org.jspecify.annotations.NullMarked;
