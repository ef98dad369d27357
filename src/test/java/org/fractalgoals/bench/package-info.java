/** Measures what is designed to be fast. Never part of the tests. */
@NullMarked
package org.fractalgoals.bench;

import org.jspecify.annotations.NullMarked;
