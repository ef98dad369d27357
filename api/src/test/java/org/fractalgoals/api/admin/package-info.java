@NullMarked
package org.fractalgoals.api.admin;

import org.jspecify.annotations.NullMarked;
