@NullMarked
package org.fractalgoals.api.cli;

import org.jspecify.annotations.NullMarked;
