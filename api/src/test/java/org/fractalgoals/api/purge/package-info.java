@NullMarked
package org.fractalgoals.api.purge;

import org.jspecify.annotations.NullMarked;
