package org.fractalgoals.api.trash;

import java.util.List;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Sight;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.projections.trash.TrashItem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is deleted and can be looked at: of all fractals, deleted ones too, or of one. */
@RestController
class TrashController {

  private final Entities entities;
  private final Queries queries;
  private final WallClockText clock;
  private final Sight sight;

  TrashController(Application application, Queries queries, WallClockText clock, Sight sight) {
    this.entities = application.store().entities();
    this.queries = queries;
    this.clock = clock;
    this.sight = sight;
  }

  @GetMapping("/api/trash")
  List<TrashView> all() {
    return views(queries.trash().trash().stream().filter(item -> sight.sees(item.rootId()))
        .toList());
  }

  @GetMapping("/api/{rootId}/trash")
  List<TrashView> ofFractal(@PathVariable String rootId) {
    return views(queries.trash().trash(rootId).orElseThrow(() -> PathIds.noFractal(rootId)));
  }

  private List<TrashView> views(List<TrashItem> items) {
    return items.stream().map(item -> TrashView.of(item, clock, entities)).toList();
  }
}
