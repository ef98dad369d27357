@NullMarked
package org.fractalgoals.eventstore;

import org.jspecify.annotations.NullMarked;
