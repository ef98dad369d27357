/** The document that describes the API, and the page that shows it. */
@NullMarked
package org.fractalgoals.api.openapi;

import org.jspecify.annotations.NullMarked;
