/** What was purged leaves the files. */
@NullMarked
package org.fractalgoals.api.erasure;

import org.jspecify.annotations.NullMarked;
