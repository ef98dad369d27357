package org.fractalgoals.api.http;

import java.util.List;
import java.util.Optional;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Lineages;

/** Which fractals the present caller can see. All others do not exist for them. */
public interface Sight {

  /** Whether it is all of them, those that are yet to be made too. */
  boolean isUnlimited();

  boolean sees(String rootId);

  /** What there is for the caller. */
  default Lineages over(Lineages all) {
    return new Lineages() {
      @Override
      public Optional<Entity> find(EntityRef ref) {
        return all.find(ref).filter(found -> sees(found.rootId()));
      }

      @Override
      public List<Entity> lineage(EntityRef ref) {
        var lineage = all.lineage(ref);
        return lineage.stream().allMatch(above -> sees(above.rootId())) ? lineage : List.of();
      }
    };
  }
}
