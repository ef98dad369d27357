@NullMarked
package org.fractalgoals.migration.activity;

import org.jspecify.annotations.NullMarked;
