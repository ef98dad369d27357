@NullMarked
package org.fractalgoals.eventstore.axon;

import org.jspecify.annotations.NullMarked;
