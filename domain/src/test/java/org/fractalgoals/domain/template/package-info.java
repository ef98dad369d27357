@NullMarked
package org.fractalgoals.domain.template;

import org.jspecify.annotations.NullMarked;
