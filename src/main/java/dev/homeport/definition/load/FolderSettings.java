package dev.homeport.definition.load;

import dev.homeport.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/**
 * What {@code homeport.yaml} at the root says. Immutable.
 *
 * @param settings of the server
 * @param surroundings of all routes
 * @param nameAt where it is said what the service is called; null when it is not
 */
record FolderSettings(Settings settings, Surroundings surroundings, @Nullable Location nameAt) {

  static FolderSettings none() {
    return new FolderSettings(Settings.none(), Surroundings.none(), null);
  }
}
