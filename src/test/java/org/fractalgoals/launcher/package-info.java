@NullMarked
package org.fractalgoals.launcher;

import org.jspecify.annotations.NullMarked;
