package org.fractalgoals.api.template;

import java.util.ArrayList;
import java.util.function.Function;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.JsonObject;
import org.fractalgoals.api.http.RestoreRequest;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.template.TemplateCommand.ChangeTemplate;
import org.fractalgoals.domain.template.TemplateCommand.CreateTemplate;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange.Describe;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange.Rename;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange.SetData;
import org.fractalgoals.domain.template.TemplateId;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.trash.Restore;

/** Makes commands of what requests carry. What is wrong with a body is a {@link HttpProblem} with status 400. */
public final class TemplateRequests {

  private static final String DATA = "template_data";

  private final Function<String, JsonText> jsonText;

  /**
   * @param jsonText wraps JSON that is kept as it was sent
   */
  public TemplateRequests(Function<String, JsonText> jsonText) {
    this.jsonText = jsonText;
  }

  CreateTemplate create(String newId, String rootId, JsonObject body) {
    var name = new Name(body.text("name"));
    var data = data(body);
    if (TemplateData.isEmpty(data)) {
      throw HttpProblem.badRequest("\"" + DATA + "\" must not be empty.");
    }
    return new CreateTemplate(new TemplateId(newId), rootId, name, description(body),
        jsonText.apply(data));
  }

  /** The members that are there, as changes of one command: all or none of them are made. */
  ChangeTemplate change(String rootId, String templateId, JsonObject body) {
    var changes = new ArrayList<TemplateChange>();
    if (body.has("name")) {
      changes.add(new Rename(new Name(body.text("name"))));
    }
    if (body.has("description")) {
      changes.add(new Describe(description(body)));
    }
    if (body.has(DATA)) {
      changes.add(new SetData(jsonText.apply(data(body))));
    }
    return new ChangeTemplate(new TemplateId(templateId), rootId, changes);
  }

  Restore restore(String rootId, String templateId, JsonObject body) {
    return RestoreRequest.of(rootId, EntityRef.template(templateId), body);
  }

  private static String data(JsonObject body) {
    return body.objectAsSent(DATA).orElseThrow(
        () -> HttpProblem.badRequest("\"" + DATA + "\" is needed: an object."));
  }

  private static Description description(JsonObject body) {
    return body.optionalText("description").map(Description::new).orElse(Description.EMPTY);
  }
}
