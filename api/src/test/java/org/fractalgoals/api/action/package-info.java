@NullMarked
package org.fractalgoals.api.action;

import org.jspecify.annotations.NullMarked;
