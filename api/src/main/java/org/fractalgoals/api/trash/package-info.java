@NullMarked
package org.fractalgoals.api.trash;

import org.jspecify.annotations.NullMarked;
