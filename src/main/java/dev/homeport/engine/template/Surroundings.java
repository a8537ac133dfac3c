package dev.homeport.engine.template;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all templates of one compiler have around them. Immutable.
 *
 * @param collections the names of the data collections, or null when they are not known
 * @param hasRequest whether there is a request; the seed of a collection has none
 */
record Surroundings(@Nullable Set<String> collections, boolean hasRequest) {

  Surroundings {
    collections = collections == null ? null : Set.copyOf(collections);
  }

  static Surroundings any() {
    return new Surroundings(null, true);
  }
}
