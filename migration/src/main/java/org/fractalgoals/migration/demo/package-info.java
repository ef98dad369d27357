@NullMarked
package org.fractalgoals.migration.demo;

import org.jspecify.annotations.NullMarked;
