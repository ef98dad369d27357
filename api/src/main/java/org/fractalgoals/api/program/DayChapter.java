package org.fractalgoals.api.program;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.ObjectShape;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.Schema;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of the days of blocks. */
@Lazy
@Component
final class DayChapter implements Chapter.Author {

  private static final Schema TEMPLATE_ID = Schema.text().with("maxLength", 500).orNull();

  private static final NamedSchema NEW_DAYS = ObjectShape
      .body("NewProgramDays", "Days that a block is to have, with sessions planned for them.")
      .optional("name", Schema.text().orNull(), "Absent or null for a usual one; not blank.")
      .optional("template_ids", ProgramShapes.WANTED_IDS.orNull(),
          "What is planned for each; a template may be listed more than once, 100 in all.")
      .optional("template_id", TEMPLATE_ID, "One more, if it is not among them.")
      .optional("day_of_week",
          Schema.anything().with("enum", List.of("Monday", "Tuesday", "Wednesday", "Thursday",
              "Friday", "Saturday", "Sunday", "")).orNull(),
          "Every such day of the block; absent for one day without a date.")
      .optional("cascade", Schema.anything(), "Whether the blocks after this one get the same.")
      .example("""
        {"name": "Legs", "day_of_week": "Monday", "template_ids": ["t-1"], "cascade": true}
        """);

  private static final NamedSchema DAY_CHANGES = ObjectShape
      .body("ProgramDayChanges", "What is to change of a day; what is absent or null stays.")
      .optional("name", Schema.text().orNull(), "Not blank.")
      .optional("day_number", Schema.anything().with("type", List.of("integer", "string", "null")),
          "Its place as people count.")
      .optional("template_ids", ProgramShapes.WANTED_IDS.orNull(),
          "All that is to be planned for it.")
      .optional("template_id", TEMPLATE_ID, "One more, if it is not among them.")
      .optional("cascade", Schema.anything(),
          "Whether the day of the same number in each block after this one gets the same name and plan.")
      .example("""
        {"name": "Legs", "template_ids": ["t-1"], "cascade": false}
        """);

  private static final NamedSchema DAY_COPY = ObjectShape
      .body("ProgramDayCopy", "Where to copy a day to.")
      .optional("target_mode", Schema.oneOfTexts(List.of("all")).orNull(), "All other blocks.")
      .example("""
        {"target_mode": "all"}
        """);

  @Override
  public Chapter chapter() {
    return new Chapter(DayController.class, Topic.PROGRAMS,
        List.of(NEW_DAYS, DAY_CHANGES, DAY_COPY), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("add", "addDays", "Add days to a block")
            .says("Days of the block that are there already are renamed and get the sessions, too.")
            .takes(NEW_DAYS)
            .creates(SharedShapes.SUCCESS, "They are planned."),
        Operation.of("edit", "updateDay", "Change a day")
            .takes(DAY_CHANGES)
            .answers(SharedShapes.SUCCESS, "It is changed."),
        Operation.of("delete", "deleteDay", "Delete a day")
            .says("It can be restored.")
            .answers(SharedShapes.SUCCESS, "It is deleted."),
        Operation.of("copy", "copyDay", "Copy a day to all other blocks")
            .says(
                """
                  The day of the same number there - a new one without a date, if there is none - gets its name, and is
                  planned as it is.""")
            .mayTake(DAY_COPY)
            .answers(SharedShapes.SUCCESS, "It is copied."),
        Operation.of("restore", "restoreDay", "Bring a day back")
            .mayTake(SharedShapes.RESTORATION)
            .refuses(409, SharedShapes.CANNOT_COME_BACK)
            .answers(ProgramShapes.PROGRAM_DAY, "The day."));
  }
}
