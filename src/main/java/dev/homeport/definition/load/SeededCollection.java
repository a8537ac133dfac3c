package dev.homeport.definition.load;

import dev.homeport.engine.CollectionPlan;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A collection as it was read.
 *
 * @param file that holds its seed; null when that stands in place
 */
public record SeededCollection(CollectionPlan plan, @Nullable SeedFile file) {

  /**
   * A file with a seed.
   *
   * @param path absolute, links resolved
   * @param stamp that it had when it was read
   */
  public record SeedFile(Path path, String stamp) {}

  /** By which it is known beside routes: what no two files may declare. */
  String claim() {
    return CollectionNames.KEY + " " + plan.name();
  }
}
