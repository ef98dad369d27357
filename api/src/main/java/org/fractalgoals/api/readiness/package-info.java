@NullMarked
package org.fractalgoals.api.readiness;

import org.jspecify.annotations.NullMarked;
