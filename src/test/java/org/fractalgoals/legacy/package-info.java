/** Legacy files that tests and benchmarks make, and what must become of legacy files. */
@NullMarked
package org.fractalgoals.legacy;

import org.jspecify.annotations.NullMarked;
