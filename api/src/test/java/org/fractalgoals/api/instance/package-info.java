@NullMarked
package org.fractalgoals.api.instance;

import org.jspecify.annotations.NullMarked;
