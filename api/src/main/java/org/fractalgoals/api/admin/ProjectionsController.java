package org.fractalgoals.api.admin;

import java.net.URI;
import java.util.Map;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.Timeless;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.rebuild.RebuildProgress;
import org.fractalgoals.projections.rebuild.RebuildRunning;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The read model itself: how it stands, and building it anew. */
@Timeless
@RestController
class ProjectionsController {

  private static final String PROJECTIONS = "/api/admin/projections";
  private static final String REBUILD = PROJECTIONS + "/rebuild";

  private final ReadModel readModel;
  private final RebuildStreams streams;
  private final WallClockText clock;

  ProjectionsController(Application application, RebuildStreams streams, WallClockText clock) {
    this.readModel = application.readModel();
    this.streams = streams;
    this.clock = clock;
  }

  @GetMapping(PROJECTIONS)
  ProjectionsView state() {
    return ProjectionsView.of(readModel, clock);
  }

  @PostMapping(REBUILD)
  ResponseEntity<RebuildView> rebuild() {
    try {
      var begun = readModel.rebuild();
      return ResponseEntity.accepted().location(URI.create(PROJECTIONS)).body(view(begun));
    } catch (RebuildRunning running) {
      throw new HttpProblem(HttpStatus.CONFLICT, String.valueOf(running.getMessage()),
          Map.of("rebuild", view(running.progress())));
    }
  }

  @DeleteMapping(REBUILD)
  RebuildView cancel() {
    var running = readModel.lastRebuild().filter(RebuildProgress::isRunning)
        .orElseThrow(() -> HttpProblem.notFound("No rebuild runs."));
    if (!readModel.cancelRebuild() && readModel.file().isEmpty()) {
      throw new HttpProblem(HttpStatus.CONFLICT,
          "The first read model is being built: there is none that could stay in its place.");
    }
    return view(readModel.lastRebuild().orElse(running));
  }

  @GetMapping(PROJECTIONS + "/events")
  SseEmitter events() {
    if (readModel.lastRebuild().isEmpty()) {
      throw HttpProblem.notFound("No rebuild has run since the server started.");
    }
    return streams.open();
  }

  private RebuildView view(RebuildProgress progress) {
    return RebuildView.of(progress, clock);
  }
}
