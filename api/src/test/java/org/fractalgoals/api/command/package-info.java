@NullMarked
package org.fractalgoals.api.command;

import org.jspecify.annotations.NullMarked;
