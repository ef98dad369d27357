@NullMarked
package org.fractalgoals.migration.session;

import org.jspecify.annotations.NullMarked;
