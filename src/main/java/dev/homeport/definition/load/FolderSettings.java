package dev.homeport.definition.load;

import dev.homeport.definition.setting.Setting;
import dev.homeport.definition.setting.Settings;
import dev.homeport.diagnostic.Location;
import java.util.Map;

/**
 * What {@code homeport.yaml} at the root says. Immutable.
 *
 * @param settings of the server
 * @param surroundings of all routes
 * @param places of the values of its settings, also of those that are none
 */
record FolderSettings(Settings settings, Surroundings surroundings, Map<Setting, Location> places) {

  FolderSettings {
    places = Map.copyOf(places);
  }

  static FolderSettings none() {
    return new FolderSettings(Settings.none(), Surroundings.none(), Map.of());
  }
}
