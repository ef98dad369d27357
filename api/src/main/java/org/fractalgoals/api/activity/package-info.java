@NullMarked
package org.fractalgoals.api.activity;

import org.jspecify.annotations.NullMarked;
