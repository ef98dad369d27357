@NullMarked
package org.fractalgoals.domain.text;

import org.jspecify.annotations.NullMarked;
