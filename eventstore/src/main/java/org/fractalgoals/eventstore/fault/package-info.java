@NullMarked
package org.fractalgoals.eventstore.fault;

import org.jspecify.annotations.NullMarked;
