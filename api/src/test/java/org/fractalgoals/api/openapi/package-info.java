@NullMarked
package org.fractalgoals.api.openapi;

import org.jspecify.annotations.NullMarked;
