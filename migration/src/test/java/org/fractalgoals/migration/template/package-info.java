@NullMarked
package org.fractalgoals.migration.template;

import org.jspecify.annotations.NullMarked;
