@NullMarked
package org.fractalgoals.domain.activity;

import org.jspecify.annotations.NullMarked;
