@NullMarked
package org.fractalgoals.eventstore.sqlite;

import org.jspecify.annotations.NullMarked;
