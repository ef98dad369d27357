package org.fractalgoals.api.openapi;

import java.util.List;

import org.fractalgoals.api.http.Success;

/** The schemas that many chapters use. They are in the document without any chapter naming them. */
public final class SharedShapes {

  /** What was deleted. */
  public static final NamedSchema SUCCESS = RecordShape
      .of("Success", Success.class, "What was asked for is done.")
      .member("status", "Always `success`.")
      .member("message", "A sentence for people.")
      .example("""
        {"status": "success", "message": "The goal and everything below it is deleted."}
        """);

  /** A goal or session that something stands below. */
  public static final NamedSchema PLACE = ObjectShape
      .body("Place", "A goal or session below which something is to stand.")
      .required("kind", Schema.oneOfTexts(List.of("goal", "session")), "What it is.")
      .required("id", Forms.ID, "Its id.")
      .example("""
        {"kind": "goal", "id": "boat"}
        """);

  /** How something comes back. */
  public static final NamedSchema RESTORATION = ObjectShape
      .body("Restoration", "How to bring something back where it cannot come back as it was.")
      .optional("name", Forms.NAME.orNull(), "Another name, where the old one is taken meanwhile.")
      .optional("parent", PLACE.ref().orNull(),
          "Another place, where what it stood below is deleted; for goals and sessions.")
      .example("""
        {"name": "Tie knots again"}
        """);

  static final List<NamedSchema> ALL = List.of(Refusal.PROBLEM, SUCCESS, PLACE, RESTORATION);

  /** What every restoration may answer with 409. */
  public static final String CANNOT_COME_BACK = "It cannot come back as it was: it was deleted along with something else, which `error` names and which has to be restored instead; or what it stood below is deleted; or its name is taken; or it was purged. Or others changed it at the same moment.";

  /** What is refused with 409 where a name is taken. */
  public static final String NAME_IS_TAKEN = "Another one in the same place has the name. Or others changed the same thing at the same moment.";

  private SharedShapes() {}
}
