@NullMarked
package org.fractalgoals.projections.template;

import org.jspecify.annotations.NullMarked;
