package org.fractalgoals.api.openapi;

/** What groups the operations for readers, in the order in which they are shown. */
public enum Topic {

  FRACTALS("Fractals",
      "Trees of goals, each named by the goal at its top. Nothing ever leaves its fractal."),
  GOALS("Goals",
      "What people want to reach. Sessions are nodes of the same tree: most of this works on them, too."),
  SESSIONS("Sessions", "When people practise, for which goals, and whatever clients note of it."),
  INSTANCES("Activity instances",
      "Activities as they are performed in sessions: timers, sets, notes and measured values."),
  ACTIVITIES("Activities", "What can be practised, with the metrics and splits that are measured."),
  GROUPS("Activity groups", "What sorts activities."),
  METRICS("Metrics", "What was measured, over time."),
  TEMPLATES("Session templates", "What sessions are made from."),
  PROGRAMS("Programs", "What is to be practised when: blocks of days with scheduled sessions."),
  NOTES("Notes",
      "What people write about goals, sessions, activities and how they performed them."),
  TRASH("Trash", "What is deleted and can be looked at or restored."),
  AUDIT("Audit", "Who changed what, when, from what to what."),
  SERVICE("Service", "The server itself."),
  ADMIN("Administration",
      "For those who may read the data directory: all of it needs the text of its file `admin.token`, sent as `Authorization: Bearer`.");

  private final String title;
  private final String introduction;

  Topic(String title, String introduction) {
    this.title = title;
    this.introduction = introduction;
  }

  String title() {
    return title;
  }

  String introduction() {
    return introduction;
  }
}
