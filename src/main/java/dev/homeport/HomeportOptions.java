package dev.homeport;

import dev.homeport.definition.load.Setting;
import dev.homeport.definition.load.Settings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What to serve, and how. Immutable: each {@code with} gives new options.
 *
 * @param folder of the mock files
 * @param settings these win over the folder's {@code homeport.yaml}
 * @param vars named values, which win over the files' values of that name
 */
public record HomeportOptions(Path folder, Settings settings, Map<String, String> vars) {

  /** Copies what may change. */
  public HomeportOptions {
    vars = Map.copyOf(vars);
  }

  /** A folder, and nothing else said. */
  public static HomeportOptions of(Path folder) {
    return new HomeportOptions(folder, Settings.none(), Map.of());
  }

  /**
   * Sets one thing, as on the command line: {@code with(Setting.PORT, "8080")}.
   *
   * @throws IllegalArgumentException when the value is none for this setting, saying what to write
   */
  public HomeportOptions with(Setting setting, String value) {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    all.putAll(settings.values());
    all.put(setting, value);
    return new HomeportOptions(folder, new Settings(all), vars);
  }

  /** Names a value for templates: {@code {{vars.name}}}. */
  public HomeportOptions withVar(String name, String value) {
    Map<String, String> all = new HashMap<>(vars);
    all.put(name, value);
    return new HomeportOptions(folder, settings, all);
  }
}
