@NullMarked
package org.fractalgoals.api.http;

import org.jspecify.annotations.NullMarked;
