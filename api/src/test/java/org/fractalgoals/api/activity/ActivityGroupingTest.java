package org.fractalgoals.api.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The group an activity is in. */
class ActivityGroupingTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Activities activities = new Activities(SERVER, "");
  private String knots = "";
  private String tie = "";

  @BeforeEach
  void given() {
    activities = Activities.in(SERVER);
    knots = activities.group("Knots");
    tie = activities.activity("Tie", ",\"group_id\":\"%s\"".formatted(knots));
  }

  private void deleteGroup() {
    SERVER.delete("/api/%s/activity-groups/%s".formatted(activities.root(), knots)).ok(200);
  }

  private void restoreGroup() {
    SERVER.post("/api/%s/activity-groups/%s/restore".formatted(activities.root(), knots), "")
        .ok(200);
  }

  private boolean isInNone() {
    return activities.one(tie).at("/group_id").isNull();
  }

  private String group() {
    return activities.one(tie).at("/group_id").stringValue();
  }

  @Test
  void null_and_an_empty_text_take_it_out_of_its_group() {
    assertThat(activities.change(tie, "{\"group_id\":null}").ok(200).at("/group_id").isNull())
        .isTrue();
    assertThat(activities.change(tie, "{\"group_id\":\"%s\"}".formatted(knots)).ok(200)
        .at("/group_id").stringValue()).isEqualTo(knots);
    activities.change(tie, "{\"group_id\":\"\"}").ok(200);

    assertThat(isInNone()).isTrue();
  }

  @Test
  void it_stays_where_it_is_unless_something_is_said() {
    activities.change(tie, "{\"name\":\"Bind\"}").ok(200);

    assertThat(group()).isEqualTo(knots);
  }

  @Test
  void a_deleted_group_is_not_shown_and_comes_back_with_its_activities() {
    deleteGroup();
    assertThat(isInNone()).isTrue();

    restoreGroup();
    assertThat(group()).isEqualTo(knots);
  }

  @Test
  void an_edit_form_that_shows_no_group_because_it_is_deleted_does_not_take_it_out() {
    deleteGroup();
    long head = SERVER.head();

    activities.change(tie, "{\"name\":\"Tie\",\"group_id\":null}").ok(200);
    activities.change(tie, "{\"group_id\":\"%s\"}".formatted(knots)).ok(200);
    assertThat(SERVER.head()).isEqualTo(head);

    restoreGroup();
    assertThat(group()).isEqualTo(knots);
  }

  @Test
  void a_new_group_must_live_in_the_same_fractal() {
    var free = activities.activity("Free", "");
    var other = Activities.in(SERVER).group("Other");
    deleteGroup();
    long head = SERVER.head();

    for (var wrong : new String[] {"unknown", other, knots, activities.root()}) {
      activities.change(free, "{\"group_id\":\"%s\"}".formatted(wrong)).problem(400);
      activities.define("{\"name\":\"x\",\"group_id\":\"%s\"}".formatted(wrong)).problem(400);
    }

    assertThat(SERVER.head()).isEqualTo(head);
  }
}
