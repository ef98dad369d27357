@NullMarked
package org.fractalgoals.api.note;

import org.jspecify.annotations.NullMarked;
