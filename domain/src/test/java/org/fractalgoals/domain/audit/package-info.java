@NullMarked
package org.fractalgoals.domain.audit;

import org.jspecify.annotations.NullMarked;
