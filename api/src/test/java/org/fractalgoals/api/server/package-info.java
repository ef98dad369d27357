@NullMarked
package org.fractalgoals.api.server;

import org.jspecify.annotations.NullMarked;
