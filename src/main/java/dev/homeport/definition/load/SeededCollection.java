package dev.homeport.definition.load;

import dev.homeport.engine.CollectionPlan;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A collection as it was read.
 *
 * @param file that holds its seed, absolute, links resolved; null when that stands in place
 */
public record SeededCollection(CollectionPlan plan, @Nullable Path file) {

  /** By which it is known beside routes: what no two files may declare. */
  String claim() {
    return CollectionNames.KEY + " " + plan.name();
  }
}
