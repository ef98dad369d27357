/** Requests that nobody well-meaning sends, made from the description of the API. */
@NullMarked
package org.fractalgoals.hostile;

import org.jspecify.annotations.NullMarked;
