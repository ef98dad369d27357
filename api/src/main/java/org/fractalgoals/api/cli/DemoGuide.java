package org.fractalgoals.api.cli;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.Version;
import org.fractalgoals.migration.demo.DemoFile;

/** Says where the demo is and what can be tried with it. */
final class DemoGuide {

  private DemoGuide() {}

  static String text(int port, Application application) {
    var address = "http://127.0.0.1:" + port;
    var directory = application.directory().toAbsolutePath();
    return """
      Fractal Goals %s answers at %s with sample data, which is removed when it stops (Ctrl-C).
      To try, in another terminal:
        curl %s/api/fractals
        curl %s/api/%s/goals
        curl %s/api/%s/sessions
        curl %s/api/trash
        ./fractal trash --data %s
        ./fractal restore goal/%s --data %s
      """.formatted(Version.current(), address, address, address, DemoFile.FRACTAL, address,
        DemoFile.FRACTAL, address, directory, DemoFile.GOAL_WITH_CHILDREN, directory);
  }
}
