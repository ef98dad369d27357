package org.fractalgoals.api.program;

import java.util.List;

import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.ObjectShape;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;

/** What the document says of programs, in requests and answers. */
final class ProgramShapes {

  static final Schema DAY = Schema.text().with("format", "date");
  static final Schema IDS = Schema.listOf(Schema.text());
  static final Schema WANTED_IDS = Schema.listOf(Forms.ID);

  private static final Schema TIME = Schema.text();

  static final NamedSchema WEEK = week();

  private static NamedSchema week() {
    var week = ObjectShape.body("ProgramWeek",
        "What is to be planned for each day of the week. A template may be listed more than once, 100 in all per day.");
    for (var day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday")) {
      week.optional(day, WANTED_IDS.orNull(), "Ids of templates.");
    }
    return week.example("""
      {"monday": ["t-1"], "thursday": ["t-1", "t-2"]}
      """);
  }

  static final NamedSchema WANTED_BLOCK = ObjectShape
      .body("WantedProgramBlock", "A block that a program is to have.")
      .optional("id", Schema.text().with("maxLength", 500).orNull(),
          "The block it is, or is to be; absent for a new one whose id the server makes. One that was removed comes back.")
      .optional("name", Schema.text().with("maxLength", 500).orNull(),
          "Absent for the one it has, or `Block`.")
      .optional("startDate", Schema.text().orNull(),
          "First day; of a time, the day counts. Needed, unless an imported block has none.")
      .optional("endDate", Schema.text().orNull(), "Last day, not before the first.")
      .optional("color", Forms.LONG_TEXT.orNull(), "Absent for the one it has.")
      .optional("weeklySchedule", WEEK.ref().orNull(),
          "What is planned for its days; absent for nothing.")
      .example("""
        {"id": "1767200643898", "name": "Base", "startDate": "2031-01-06", "endDate": "2031-01-12",
         "color": "#123456", "weeklySchedule": {"monday": ["t-1"]}}
        """);

  private static final Schema WANTED_BLOCKS = Schema.listOf(WANTED_BLOCK.ref());

  static final NamedSchema NEW_PROGRAM = ObjectShape.body("NewProgram", "A program.")
      .required("name", Forms.NAME, "Its name; not blank.")
      .required("start_date", TIME, "When it starts: a day, or a time whose zone is dropped.")
      .required("end_date", TIME, "When it ends, not before the start.")
      .optional("description", Forms.LONG_TEXT.orNull(), "Absent or null for none.")
      .optional("selectedGoals", WANTED_IDS.orNull(), "Ids of the goals it serves.")
      .optional("weeklySchedule", WANTED_BLOCKS.orNull(), "Its blocks.")
      .example("""
        {"name": "Refit", "start_date": "2031-01-06", "end_date": "2031-02-01",
         "selectedGoals": ["boat"], "weeklySchedule": [%s]}
        """.formatted(WANTED_BLOCK.example()));

  static final NamedSchema PROGRAM_CHANGES = ObjectShape
      .body("ProgramChanges", "What is to change in a program; what is absent stays.")
      .optional("name", Schema.text(), "Not blank.")
      .optional("start_date", Schema.text().orNull(), "Null is as good as absent.")
      .optional("end_date", Schema.text().orNull(),
          "Not before the start; null is as good as absent.")
      .optional("description", Forms.LONG_TEXT.orNull(), "Null for none.")
      .optional("selectedGoals", WANTED_IDS.orNull(),
          "All the goals it is to serve; null is as good as absent. Links to deleted goals, which are not shown, stay.")
      .optional("weeklySchedule", WANTED_BLOCKS.orNull(),
          "All the blocks it is to have; null is as good as absent. Those that are not listed are removed and can be restored.")
      .optional("is_active", Schema.bool().orNull(),
          "Whether it is followed; null is as good as absent.")
      .example("""
        {"name": "Overhaul", "is_active": false}
        """);

  static final NamedSchema PLANNED = RecordShape
      .of("PlannedSession", PlannedView.class, "A session that is planned for a day.")
      .member("id", "Its id.")
      .member("day_id", "Id of the day.")
      .member("session_template_id",
          "Id of the template it is to be begun from; null only where imported.")
      .member("template_name", "Name of the template; `Unknown` if that is deleted.")
      .member("is_completed", "Whether it was held, as an imported file says.")
      .member("completion_data", Schema.object(), "As an imported file says.")
      .example("""
        {"id": "x-1", "day_id": "d-1", "session_template_id": "t-1", "template_name": "Dry dock",
         "is_completed": false, "completion_data": {}}
        """);

  static final NamedSchema PROGRAM_DAY = RecordShape
      .of("ProgramDay", DayView.class, "A day of a block.")
      .member("id", "Its id.")
      .member("block_id", "Id of its block.")
      .member("date", DAY, "Null for a day that is not fixed to one of the calendar.")
      .member("day_number", "Its place as people count; null only where imported.")
      .member("name", "Null only where imported.")
      .member("notes", "Null for none.")
      .member("is_completed", "As an imported file says.")
      .member("sessions", PLANNED.list(), "What is planned for it, in order.")
      .example("""
        {"id": "d-1", "block_id": "1767200643898", "date": "2031-01-06", "day_number": 1,
         "name": "Monday", "notes": null, "is_completed": false, "sessions": [%s]}
        """.formatted(PLANNED.example()));

  static final NamedSchema BLOCK = RecordShape
      .of("ProgramBlock", BlockView.class, "A stretch of days of a program.")
      .member("id", "Its id.")
      .member("program_id", "Id of its program.")
      .member("name", "Its name.")
      .member("start_date", DAY, "Its first day; null only where imported.")
      .member("end_date", DAY, "Its last day; null only where imported.")
      .member("color", "Null for none.")
      .member("goal_ids", IDS, "Ids of the goals it serves; deleted ones are not shown.")
      .member("days", PROGRAM_DAY.list(), "Its days, by number.")
      .example("""
        {"id": "1767200643898", "program_id": "q-1", "name": "Base", "start_date": "2031-01-06",
         "end_date": "2031-01-08", "color": "#123456", "goal_ids": [], "days": [%s]}
        """.formatted(PROGRAM_DAY.example()));

  static final NamedSchema PROGRAM = RecordShape
      .of("Program", ProgramView.class, "A plan over time with all that is in it.")
      .member("id", "Its id.")
      .member("root_id", "Id of the fractal.")
      .member("name", "Its name.")
      .member("description", "May be empty.")
      .member("start_date", Forms.DIGITS, "As it was sent, without its zone.")
      .member("end_date", Forms.DIGITS, "As it was sent, without its zone.")
      .member("created_at", Forms.WALL_CLOCK, "When it was created.")
      .member("updated_at", Forms.WALL_CLOCK, "When the program itself was last changed.")
      .member("is_active", "Whether it is followed.")
      .member("goal_ids", IDS, "Ids of the goals it serves; deleted ones are not shown.")
      .member("weekly_schedule", Schema.listOf(Schema.anything()),
          "The list that was last sent as `weeklySchedule`, as it was. What counts are the blocks.")
      .member("blocks", BLOCK.list(), "Its blocks, in order of creation.")
      .example("""
        {"id": "q-1", "root_id": "sail", "name": "Refit", "description": "",
         "start_date": "2031-01-06T00:00:00", "end_date": "2031-02-01T00:00:00",
         "created_at": "2026-03-04T05:06:07.123456", "updated_at": "2026-03-04T05:06:07.123456",
         "is_active": true, "goal_ids": ["boat"], "weekly_schedule": [], "blocks": [%s]}
        """.formatted(BLOCK.example()));

  static final List<NamedSchema> ALL = List.of(WEEK, WANTED_BLOCK, NEW_PROGRAM, PROGRAM_CHANGES,
      PLANNED, PROGRAM_DAY, BLOCK, PROGRAM);

  private ProgramShapes() {}
}
