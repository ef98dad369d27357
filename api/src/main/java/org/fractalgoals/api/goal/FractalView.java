package org.fractalgoals.api.goal;

import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.goal.FractalRow;

/** A fractal in the list of fractals. */
record FractalView(String id, String name, String description, String type, String createdAt,
    String updatedAt) {

  static FractalView of(FractalRow row, WallClockText clock) {
    return new FractalView(row.id(), row.name(), row.description(), row.type(),
        clock.of(row.createdAt()), clock.of(row.updatedAt()));
  }
}
