package dev.homeport.definition.load;

/**
 * What {@code homeport.yaml} at the root says. Immutable.
 *
 * @param settings of the server
 * @param surroundings of all routes
 */
record FolderSettings(Settings settings, Surroundings surroundings) {

  static FolderSettings none() {
    return new FolderSettings(Settings.none(), Surroundings.none());
  }
}
