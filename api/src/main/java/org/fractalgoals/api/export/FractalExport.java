package org.fractalgoals.api.export;

import java.io.Writer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

import org.fractalgoals.api.activity.ActivityView;
import org.fractalgoals.api.activitygroup.GroupView;
import org.fractalgoals.api.audit.AuditViews;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.instance.InstanceView;
import org.fractalgoals.api.note.NoteView;
import org.fractalgoals.api.program.ProgramView;
import org.fractalgoals.api.template.TemplateView;
import org.fractalgoals.api.tree.TreeView;
import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.eventstore.Codecs;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.projections.ReadModelView;
import org.fractalgoals.projections.note.NoteRow;
import org.fractalgoals.projections.paging.Cursor;
import org.fractalgoals.projections.tree.SessionTree;
import org.fractalgoals.projections.tree.Tree;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a fractal as JSON: what lives in it, in the forms of the API, and its whole history. The same history makes the
 * same text, byte for byte.
 */
public final class FractalExport {

  /** Of the format; raised when a member changes its meaning or goes. */
  public static final int VERSION = 1;

  private static final int PAGE = 500;

  private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
      // a tree of goals may be as deep as its owner likes
      .streamWriteConstraints(
          StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
      .build()).propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE).build();

  private final StoreView store;
  private final ReadModelView readModel;
  private final WallClockText clock;
  private long events;

  /**
   * @param readModel must show all that is in the store
   */
  public FractalExport(StoreView store, ReadModelView readModel) {
    this.store = store;
    this.readModel = readModel;
    this.clock = new WallClockText(store.info().zone());
  }

  /**
   * Writes a fractal.
   *
   * @param head the last event to be written
   * @return how many events were written; empty if there is no such fractal, or it is deleted: nothing is written then
   */
  public Optional<Long> write(String rootId, Head head, Writer out) {
    return readModel.trees().tree(rootId, EntityRef.goal(rootId))
        .map(tree -> write(tree, rootId, head, out));
  }

  private long write(Tree tree, String rootId, Head head, Writer out) {
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("format", "fractal-goals/fractal");
      json.writeNumberProperty("version", VERSION);
      json.writeStringProperty("store_id", store.info().storeId());
      json.writeStringProperty("zone", store.info().zone().getId());
      json.writeNumberProperty("position", head.position());
      json.writeStringProperty("head", head.hash());
      json.writeStringProperty("fractal_id", rootId);
      json.writePOJOProperty("tree", new TreeView(tree, clock));
      state(rootId, tree, json);
      history(rootId, head, json);
      json.writeEndObject();
    }
    return events;
  }

  private void state(String rootId, Tree tree, JsonGenerator json) {
    list("activity_groups", readModel.groups().groups(rootId).stream()
        .map(row -> GroupView.of(row, clock)).toList(), json);
    list("activities", readModel.activities().activities(rootId).stream()
        .map(row -> ActivityView.of(row, clock)).toList(), json);
    list("session_templates", readModel.templates().templates(rootId).stream()
        .map(TemplateView::of).toList(), json);
    list("programs", readModel.programs().programs(rootId).stream()
        .map(row -> ProgramView.of(row, clock)).toList(), json);
    instances(tree, json);
    notes(rootId, json);
  }

  private static void list(String name, List<?> items, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    items.forEach(json::writePOJO);
    json.writeEndArray();
  }

  /** In the order of the tree, and without recursion, as that may be as deep as its owner likes. */
  private static void instances(Tree tree, JsonGenerator json) {
    json.writeArrayPropertyStart("activity_instances");
    var open = new ArrayDeque<>(List.of(tree));
    while (!open.isEmpty()) {
      var node = open.pop();
      if (node instanceof SessionTree session) {
        session.instances().stream().map(InstanceView::of).forEach(json::writePOJO);
      }
      node.children().reversed().forEach(open::push);
    }
    json.writeEndArray();
  }

  private void notes(String rootId, JsonGenerator json) {
    json.writeArrayPropertyStart("notes");
    @Nullable Cursor after = null;
    List<NoteRow> page;
    do {
      page = readModel.notes().ofFractal(rootId, after, PAGE);
      page.stream().map(NoteView::of).forEach(json::writePOJO);
      after = page.isEmpty() ? null : page.getLast().cursor();
    } while (after != null);
    json.writeEndArray();
  }

  private void history(String rootId, Head head, JsonGenerator json) {
    var views = new AuditViews(store.audit(), clock, readModel.names()::name);
    json.writeArrayPropertyStart("history");
    store.audit().forEach(AuditFilter.ALL.in(rootId), Long.MAX_VALUE, event -> {
      if (event.position() <= head.position()) {
        json.writePOJO(new HistoryEntry(views.of(event), payload(event)));
        events++;
      }
    });
    json.writeEndArray();
  }

  private static @Nullable String payload(AuditedEvent event) {
    var payload = event.payload();
    return payload == null ? null : Codecs.current().encode(payload);
  }

}
