package org.fractalgoals.api.template;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of templates. */
@Lazy
@Component
final class TemplateChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(TemplateController.class, Topic.TEMPLATES, TemplateShapes.ALL, operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("all", "listTemplates", "List the templates of a fractal")
            .answersList(TemplateShapes.TEMPLATE, "The templates in order of creation."),
        Operation.of("create", "createTemplate", "Create a template")
            .takes(TemplateShapes.NEW_TEMPLATE)
            .refuses(409, SharedShapes.NAME_IS_TAKEN)
            .creates(TemplateShapes.TEMPLATE, "The new template."),
        Operation.of("one", "getTemplate", "Get a template")
            .answers(TemplateShapes.TEMPLATE, "The template."),
        Operation.of("change", "updateTemplate", "Change a template")
            .takes(TemplateShapes.TEMPLATE_CHANGES)
            .refuses(409, SharedShapes.NAME_IS_TAKEN)
            .answers(TemplateShapes.TEMPLATE, "The template."),
        Operation.of("delete", "deleteTemplate", "Delete a template")
            .says("Sessions that were made from it stay; it can be restored.")
            .answers(SharedShapes.SUCCESS, "It is deleted."),
        Operation.of("restore", "restoreTemplate", "Bring a template back")
            .mayTake(SharedShapes.RESTORATION)
            .refuses(409, SharedShapes.CANNOT_COME_BACK)
            .answers(TemplateShapes.TEMPLATE, "The template."));
  }
}
