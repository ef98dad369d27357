@NullMarked
package org.fractalgoals.api.security;

import org.jspecify.annotations.NullMarked;
