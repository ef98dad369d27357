package org.fractalgoals.api.program;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of programs as a whole. */
@Lazy
@Component
final class ProgramChapter implements Chapter.Author {

  private static final String ID_IS_TAKEN = "The id of a block is that of a block of another program, of whichever fractal. Or others changed the same thing at the same moment.";

  @Override
  public Chapter chapter() {
    return new Chapter(ProgramController.class, Topic.PROGRAMS, ProgramShapes.ALL, operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("all", "listPrograms", "List the programs of a fractal")
            .answersList(ProgramShapes.PROGRAM, "The programs in order of creation."),
        Operation.of("create", "createProgram", "Create a program")
            .says("Each date of a block gets a day, and what is listed for its day of the week.")
            .takes(ProgramShapes.NEW_PROGRAM)
            .refuses(409, ID_IS_TAKEN)
            .creates(ProgramShapes.PROGRAM, "The new program."),
        Operation.of("one", "getProgram", "Get a program")
            .answers(ProgramShapes.PROGRAM, "The program."),
        Operation.of("change", "updateProgram", "Change a program")
            .says(
                """
                  Where blocks are sent, each of their dates gets a day, numbered from 1, and what is listed for its day of
                  the week. What was planned so before and is listed no more is taken away; what people put there through
                  the days of the block stays. At most 5 000 days and planned sessions change at once.""")
            .takes(ProgramShapes.PROGRAM_CHANGES)
            .refuses(409, ID_IS_TAKEN)
            .answers(ProgramShapes.PROGRAM, "The program."),
        Operation.of("delete", "deleteProgram", "Delete a program")
            .says("With all that is in it; it can be restored.")
            .answers(SharedShapes.SUCCESS, "It is deleted."),
        Operation.of("restore", "restoreProgram", "Bring a program back")
            .mayTake(SharedShapes.RESTORATION)
            .refuses(409, SharedShapes.CANNOT_COME_BACK)
            .answers(ProgramShapes.PROGRAM, "The program."));
  }
}
