@NullMarked
package org.fractalgoals.eventstore.verify;

import org.jspecify.annotations.NullMarked;
