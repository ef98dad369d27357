@NullMarked
package org.fractalgoals.api;

import org.jspecify.annotations.NullMarked;
