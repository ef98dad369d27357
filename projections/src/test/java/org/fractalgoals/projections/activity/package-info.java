@NullMarked
package org.fractalgoals.projections.activity;

import org.jspecify.annotations.NullMarked;
