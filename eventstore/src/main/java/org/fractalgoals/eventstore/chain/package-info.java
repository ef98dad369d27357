@NullMarked
package org.fractalgoals.eventstore.chain;

import org.jspecify.annotations.NullMarked;
