@NullMarked
package org.fractalgoals.api.act;

import org.jspecify.annotations.NullMarked;
