@NullMarked
package org.fractalgoals.api.template;

import org.jspecify.annotations.NullMarked;
