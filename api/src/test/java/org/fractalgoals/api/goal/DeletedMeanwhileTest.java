package org.fractalgoals.api.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;

import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.command.AppliedPosition;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.Reply;
import org.fractalgoals.api.http.Sight;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.tree.TreeAnswers;
import org.fractalgoals.domain.entity.EntityRef;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.HttpStatus;

/** One client changes a goal, another deletes it before the first has its answer. */
class DeletedMeanwhileTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final Sight SEES_ALL = new Sight() {
    @Override
    public boolean isUnlimited() {
      return true;
    }

    @Override
    public boolean sees(String rootId) {
      return true;
    }
  };

  @Test
  void the_answer_says_that_the_change_is_saved() {
    var root = SERVER.fractal("Sail");
    var goal = SERVER.goal(root, root, "Boat");
    SERVER.delete("/api/" + root + "/goals/" + goal).ok(200);
    var answers = new TreeAnswers(SERVER.application().queries(),
        new WallClockText(RunningServer.ZONE), SEES_ALL);

    assertThatThrownBy(
        () -> Reply.ok(new AppliedPosition("store", 7),
            () -> answers.flat(root, EntityRef.goal(goal))))
        .isInstanceOfSatisfying(HttpProblem.class, problem -> {
          assertThat(problem.status()).isEqualTo(HttpStatus.CONFLICT);
          assertThat(problem.sentence()).contains("saved", "deleted");
          assertThat(problem.facts()).containsEntry("saved", true).containsEntry("position", 7L);
        });
  }

  @RepeatedTest(30)
  void not_found_means_that_nothing_is_saved() {
    var root = SERVER.fractal("Sail");
    var goal = SERVER.goal(root, root, "Boat");
    var path = "/api/" + root + "/goals/" + goal;

    var deletion = CompletableFuture.supplyAsync(() -> SERVER.delete(path));
    var change = SERVER.put(path, "{\"name\":\"Ship\"}");
    deletion.join().ok(200);

    var saved = SERVER.application().store().stream("goal/" + goal, 0).stream()
        .anyMatch(event -> event.type().equals("goal.renamed"));
    switch (change.status()) {
      case 200 -> assertThat(saved).isTrue();
      case 404 -> assertThat(saved).isFalse();
      default -> {
        assertThat(change.problem(409).json().path("saved").asBoolean()).isEqualTo(saved);
      }
    }
  }
}
