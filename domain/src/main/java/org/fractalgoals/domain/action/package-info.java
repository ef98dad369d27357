@NullMarked
package org.fractalgoals.domain.action;

import org.jspecify.annotations.NullMarked;
