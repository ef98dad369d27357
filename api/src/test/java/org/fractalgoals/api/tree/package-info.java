@NullMarked
package org.fractalgoals.api.tree;

import org.jspecify.annotations.NullMarked;
