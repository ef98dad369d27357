/** Requests that depend on what the client has seen: entity tags, preconditions, least positions. */
@NullMarked
package org.fractalgoals.api.conditional;

import org.jspecify.annotations.NullMarked;
