@NullMarked
package org.fractalgoals.api.audit;

import org.jspecify.annotations.NullMarked;
