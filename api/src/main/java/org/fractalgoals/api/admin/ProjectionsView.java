package org.fractalgoals.api.admin;

import java.util.List;
import java.util.Locale;

import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.ReadModel;
import org.jspecify.annotations.Nullable;

/**
 * The read model, and what is done to it.
 *
 * @param state {@code live}, {@code catching_up} or {@code stopped}
 * @param position the last event applied; 0 for none
 * @param head the last event of the store; 0 for none
 * @param lag events between the two
 * @param fingerprint of this program
 * @param file name of the file that answers queries; null while the first is being built
 * @param rebuild the one that runs, or the last one of this process; null if there was none
 */
record ProjectionsView(String state, long position, long head, long lag, String fingerprint,
    @Nullable String file, List<GenerationView> generations, @Nullable RebuildView rebuild) {

  static ProjectionsView of(ReadModel readModel, WallClockText clock) {
    var status = readModel.status();
    var generations = readModel.generations().stream().map(GenerationView::of).toList();
    return new ProjectionsView(status.state().name().toLowerCase(Locale.ROOT), status.position(),
        status.head(), status.head() - status.position(), readModel.fingerprint(),
        generations.stream().filter(GenerationView::current).map(GenerationView::file).findFirst()
            .orElse(null),
        generations, readModel.lastRebuild().map(last -> RebuildView.of(last, clock))
            .orElse(null));
  }
}
