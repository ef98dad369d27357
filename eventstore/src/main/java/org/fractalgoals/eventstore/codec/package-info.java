@NullMarked
package org.fractalgoals.eventstore.codec;

import org.jspecify.annotations.NullMarked;
