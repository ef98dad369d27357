@NullMarked
package org.fractalgoals.domain.session;

import org.jspecify.annotations.NullMarked;
