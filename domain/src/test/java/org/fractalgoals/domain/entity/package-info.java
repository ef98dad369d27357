@NullMarked
package org.fractalgoals.domain.entity;

import org.jspecify.annotations.NullMarked;
