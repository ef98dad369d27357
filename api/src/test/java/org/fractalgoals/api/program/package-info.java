@NullMarked
package org.fractalgoals.api.program;

import org.jspecify.annotations.NullMarked;
