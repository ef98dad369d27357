/** What can be performed in a session, and what is measured when it is. */
@NullMarked
package org.fractalgoals.domain.activity;

import org.jspecify.annotations.NullMarked;
