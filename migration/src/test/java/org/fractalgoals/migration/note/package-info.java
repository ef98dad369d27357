@NullMarked
package org.fractalgoals.migration.note;

import org.jspecify.annotations.NullMarked;
