@NullMarked
package org.fractalgoals.domain.rule;

import org.jspecify.annotations.NullMarked;
