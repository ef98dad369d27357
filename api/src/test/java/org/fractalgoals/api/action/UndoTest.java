package org.fractalgoals.api.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.imports.ImportEvent.ConflictFound;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteDeleted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goals, and what is deleted, restored and created. */
class UndoTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private Acts acts = new Acts(SERVER, "");
  private String root = "";
  private String boat = "";

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    root = practice.root();
    acts = new Acts(SERVER, root);
    boat = SERVER.goal(root, root, "Boat");
  }

  private void change(String goal, String body) {
    SERVER.put(acts.path("goals/%s", goal), body).ok(200);
  }

  private void delete(String goal) {
    SERVER.delete(acts.path("goals/%s", goal)).ok(200);
  }

  private void move(String goal, String parent) {
    SERVER.post(acts.path("goals/%s/move", goal),
        "{\"parent\":{\"kind\":\"goal\",\"id\":\"%s\"}}".formatted(parent)).ok(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":\"Ship\"}", "{\"description\":\"Wood\"}",
      "{\"deadline\":\"2031-05-06\"}", "{\"targets\":[{\"id\":\"k-1\",\"v\": 1.50}]}",
      "{\"name\":\"Ship\",\"description\":\"Wood\",\"deadline\":\"2031-05-06\"}"})
  void a_changed_goal_is_as_it_was(String body) {
    acts.isUndone(acts.path("goals/%s", boat), () -> change(boat, body));
  }

  @Test
  void a_deadline_that_was_cleared_is_set_again() {
    change(boat, "{\"deadline\":\"2031-05-06\"}");

    acts.isUndone(acts.path("goals/%s", boat), () -> change(boat, "{\"deadline\":null}"));
  }

  @Test
  void what_was_completed_is_reopened_and_the_other_way_round() {
    var path = acts.path("goals/%s", boat);

    acts.isUndone(path, () -> SERVER.patch(path + "/complete", "{\"completed\":true}").ok(200));
    SERVER.patch(path + "/complete", "{\"completed\":true}").ok(200);
    acts.isUndone(path, () -> SERVER.patch(path + "/complete", "{\"completed\":false}").ok(200));
  }

  @Test
  void a_moved_goal_stands_where_it_stood_among_its_siblings() {
    var keel = SERVER.goal(root, root, "Keel");
    SERVER.goal(root, root, "Mast");

    acts.isUndone(acts.path("goals/%s", root), () -> move(keel, boat));
  }

  @Test
  void a_moved_session_stands_where_it_stood() {
    var session = practice.session("Morning");
    var other = practice.goal("ShortTermGoal", root, "Splices");

    acts.isUndone(acts.path("goals/%s", root), () -> move(session, other));
  }

  @Test
  void a_new_order_is_taken_back() {
    acts.isUndone(acts.path("goals/%s", root),
        () -> SERVER.post(acts.path("goals/%s/reorder", root),
            "{\"goal_ids\":[\"%s\"]}".formatted(boat)).ok(200));
  }

  @Test
  void one_deletion_is_undone_as_one_action_with_all_that_went_along() {
    var keel = SERVER.goal(root, boat, "Keel");
    SERVER.goal(root, keel, "Bolt");
    var alone = SERVER.goal(root, boat, "Mast");
    delete(alone);

    acts.isUndone(acts.path("goals/%s", root), () -> delete(boat));

    delete(boat);
    var undo = acts.undoLast().ok(200);
    var events = acts.eventsOf(undo.at("/action_id").stringValue());
    assertThat(undo.at("/events").intValue()).isEqualTo(3);
    assertThat(events).extracting(event -> event.type()).containsOnly("goal.restored");
    assertThat(events.getFirst().causationId()).isNull();
    assertThat(events.subList(1, 3)).extracting(event -> event.causationId())
        .containsOnly(events.getFirst().eventId());
    assertThat(events).allSatisfy(event -> {
      assertThat(event.annotations()).containsEntry("undoes", undo.at("/undone").stringValue());
      assertThat(event.source()).isEqualTo(Source.API);
    });
    SERVER.get(acts.path("goals/%s", alone)).problem(404);
  }

  @Test
  void a_whole_fractal_comes_back() {
    practice.session("Morning");
    practice.note("goal", boat, "Leaks");
    var tree = acts.shown(acts.path("goals/%s", root));
    SERVER.delete("/api/fractals/" + root).ok(200);

    acts.undoLast().ok(200);

    assertThat(acts.shown(acts.path("goals/%s", root))).isEqualTo(tree);
  }

  @Test
  void a_restoration_is_undone_by_deleting_what_it_brought_back() {
    SERVER.goal(root, boat, "Keel");
    delete(boat);

    acts.isUndone(acts.path("goals/%s", root),
        () -> SERVER.post(acts.path("goals/%s/restore", boat), "").ok(200));
  }

  @Test
  void a_restoration_under_another_name_and_parent_is_undone_too() {
    var keel = SERVER.goal(root, boat, "Keel");
    delete(boat);
    SERVER.post(acts.path("goals/%s/restore", boat), "").ok(200);
    delete(keel);
    delete(boat);

    acts.isUndone(acts.path("goals/%s", root),
        () -> SERVER.post(acts.path("goals/%s/restore", keel),
            "{\"name\":\"Fin\",\"parent\":{\"kind\":\"goal\",\"id\":\"%s\"}}".formatted(root))
            .ok(200));
  }

  @Test
  void a_restoration_stays_once_something_new_stands_below() {
    delete(boat);
    SERVER.post(acts.path("goals/%s/restore", boat), "").ok(200);
    var restoration = acts.last();
    var keel = SERVER.goal(root, boat, "Keel");

    assertThat(acts.isRefused(restoration, 409)).contains(keel).contains(boat);
  }

  @Test
  void what_was_created_goes_again() {
    acts.isUndone(acts.path("goals/%s", root), () -> SERVER.goal(root, boat, "Keel"));
    acts.isUndone(acts.path("goals/%s", root), () -> practice.session("Morning"));
  }

  @Test
  void what_was_created_stays_once_something_was_added_or_changed() {
    var keel = SERVER.goal(root, boat, "Keel");
    var creation = acts.last();
    var bolt = SERVER.goal(root, keel, "Bolt");
    assertThat(acts.isRefused(creation, 409)).contains(bolt);
    delete(bolt);

    var note = practice.note("goal", keel, "Rusty");
    assertThat(acts.isRefused(creation, 409)).contains(note);
    SERVER.delete(acts.path("notes/%s", note)).ok(200);

    change(keel, "{\"name\":\"Fin\"}");
    assertThat(acts.isRefused(creation, 409)).contains("\"name\"").contains(acts.last());
    change(keel, "{\"name\":\"Keel\"}");

    acts.undo(creation).ok(200);
    SERVER.get(acts.path("goals/%s", keel)).problem(404);
  }

  @Test
  void undone_twice_is_refused() {
    var keel = SERVER.goal(root, boat, "Keel");
    var creation = acts.last();
    var undo = acts.undo(creation).ok(200).at("/action_id").stringValue();
    assertThat(acts.isRefused(creation, 409)).contains("Nothing is left").contains(undo);

    change(boat, "{\"name\":\"Ship\"}");
    var renaming = acts.last();
    acts.undo(renaming).ok(200);
    assertThat(acts.isRefused(renaming, 409)).contains("Nothing is left");

    delete(boat);
    var deletion = acts.last();
    acts.undo(deletion).ok(200);
    assertThat(acts.isRefused(deletion, 409)).contains("Nothing is left");
    SERVER.get(acts.path("goals/%s", keel)).problem(404);
  }

  @Test
  void a_later_value_stands_in_the_way_and_is_named_with_who_gave_it() {
    change(boat, "{\"name\":\"Ship\",\"description\":\"Wood\"}");
    var action = acts.last();
    SERVER.send(SERVER.request(acts.path("goals/%s", boat)).header("X-Actor", "anna")
        .header("Content-Type", "application/json")
        .method("PUT", BodyPublishers.ofString("{\"name\":\"Yacht\"}"))).ok(200);

    assertThat(acts.isRefused(action, 409)).contains("\"name\" of the goal").contains(acts.last())
        .contains("anna");

    change(boat, "{\"name\":\"Ship\"}");
    acts.undo(action).ok(200);
    assertThat(SERVER.get(acts.path("goals/%s", boat)).ok(200).at("/name").stringValue())
        .isEqualTo("Boat");
  }

  @Test
  void another_field_changed_since_is_left_alone() {
    change(boat, "{\"name\":\"Ship\"}");
    var action = acts.last();
    change(boat, "{\"description\":\"Wood\"}");

    acts.undo(action).ok(200);

    var shown = SERVER.get(acts.path("goals/%s", boat)).ok(200);
    assertThat(shown.at("/name").stringValue()).isEqualTo("Boat");
    assertThat(shown.at("/attributes/description").stringValue()).isEqualTo("Wood");
  }

  @Test
  void what_is_deleted_since_is_not_changed() {
    var keel = SERVER.goal(root, boat, "Keel");
    change(keel, "{\"name\":\"Fin\"}");
    var action = acts.last();
    delete(boat);

    assertThat(acts.isRefused(action, 409)).contains("deleted since").contains(acts.last());
  }

  @Test
  void what_is_back_already_is_not_restored() {
    delete(boat);
    var deletion = acts.last();
    SERVER.post(acts.path("goals/%s/restore", boat), "").ok(200);

    assertThat(acts.isRefused(deletion, 409)).contains("restored since").contains(acts.last());
  }

  @Test
  void the_rules_about_sets_of_things_hold() {
    var keel = SERVER.goal(root, boat, "Keel");
    delete(keel);
    var deletion = acts.last();
    delete(boat);
    assertThat(acts.isRefused(deletion, 409)).contains(boat);

    var mast = SERVER.goal(root, root, "Mast");
    var sail = SERVER.goal(root, mast, "Sail");
    move(sail, root);
    var moving = acts.last();
    delete(mast);
    assertThat(acts.isRefused(moving, 400)).contains(mast);

    SERVER.post(acts.path("activity-groups"), "{\"name\":\"Knots\"}").ok(201);
    var group = SERVER.post(acts.path("activity-groups"), "{\"name\":\"Bends\"}").ok(201).id();
    SERVER.delete(acts.path("activity-groups/%s", group)).ok(200);
    var gone = acts.last();
    SERVER.post(acts.path("activity-groups"), "{\"name\":\"Bends\"}").ok(201);
    assertThat(acts.isRefused(gone, 409)).contains("Bends");
  }

  @Test
  void an_action_is_known_in_its_fractal_only() {
    change(boat, "{\"name\":\"Ship\"}");
    var other = new Acts(SERVER, SERVER.fractal("Swim"));
    SERVER.fractal("Row");
    change(boat, "{\"name\":\"Yacht\"}");

    other.isRefused(acts.last(), 404);
    acts.isRefused("unknown", 404);
    new Acts(SERVER, "unknown").isRefused(acts.last(), 404);
  }

  @Test
  void of_an_import_only_a_deletion_is_undone() {
    var note = practice.note("goal", boat, "Leaks");
    var store = SERVER.application().store();
    var deletion = store.ids().next();
    imported(deletion, new NoteDeleted(note, null));
    var creation = store.ids().next();
    imported(creation,
        new NoteCreated(store.ids().next(), root, EntityRef.goal(boat), null, "Old", null));

    assertThat(acts.isRefused(creation, 409)).contains("import");
    acts.undo(deletion).ok(200);
    SERVER.get(acts.path("notes/%s", note)).ok(200);
  }

  @Test
  void what_belongs_to_no_fractal_is_not_undone() {
    var store = SERVER.application().store();
    var action = store.ids().next();
    store.append(List.of(new NewEvent(store.ids().next(), NewEvent.NEXT,
        new ConflictFound("run", EntityRef.goal(boat), "name", false, SERVER.clock().instant()),
        Envelope.live(Envelope.SYSTEM_ROOT, new Origin("test", Source.CLI, action)))));
    SERVER.awaitApplied();

    new Acts(SERVER, "$system").isRefused(action, 404);
  }

  private void imported(String action, DomainEvent event) {
    var store = SERVER.application().store();
    store.append(List.of(new NewEvent(store.ids().next(), NewEvent.NEXT, event,
        new Envelope(root, new Origin("test", Source.MIGRATION, action), null,
            new Imported("run", null, List.of(), null)))));
    SERVER.awaitApplied();
  }
}
