package org.fractalgoals.api.template;

import java.util.List;

import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.ObjectShape;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;

/** What the document says of the bodies of requests about templates, and of their answers. */
final class TemplateShapes {

  private static final Schema DATA = Schema.anyOf(Schema.object(), Schema.text());

  static final NamedSchema NEW_TEMPLATE = ObjectShape
      .body("NewTemplate", "What sessions can be made from.")
      .required("name", Forms.NAME, "Its name, unlike those of other templates of the fractal.")
      .required("template_data", DATA,
          "Opaque to the server: an object with at least one member, or a text that is one in JSON.")
      .optional("description", Forms.LONG_TEXT.orNull(), "Empty if it is absent or null.")
      .example("""
        {"name": "Dry dock", "template_data": {"sections": [{"name": "Prep",
         "duration_minutes": 10}]}}
        """);

  static final NamedSchema TEMPLATE_CHANGES = ObjectShape
      .body("TemplateChanges", "What is to be changed; what is absent stays as it is.")
      .optional("name", Forms.NAME, "Another name.")
      .optional("description", Forms.LONG_TEXT.orNull(), "Null empties it.")
      .optional("template_data", DATA, "An object, or a text that is one in JSON.")
      .example("""
        {"template_data": {"sections": []}}
        """);

  static final NamedSchema TEMPLATE = RecordShape
      .of("SessionTemplate", TemplateView.class, "What sessions can be made from.")
      .member("id", "Its id.")
      .member("name", "Its name.")
      .member("description", "May be empty.")
      .member("template_data", Schema.object(), "Opaque to the server.")
      .example("""
        {"id": "dry-dock", "name": "Dry dock", "description": "",
         "template_data": {"sections": [{"name": "Prep", "duration_minutes": 10}]}}
        """);

  static final List<NamedSchema> ALL = List.of(NEW_TEMPLATE, TEMPLATE_CHANGES, TEMPLATE);

  private TemplateShapes() {}
}
