package dev.homeport.definition.load;

import dev.homeport.definition.setting.Setting;
import dev.homeport.definition.setting.Settings;
import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.SyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the settings of {@code homeport.yaml}. */
final class SettingsReader {

  private static final List<String> NOT_YET = List.of("https", "admin-port");

  private final Reading reading;
  private final boolean isService;

  /**
   * A reader.
   *
   * @param isService whether the file makes its folder a service, in a folder with settings too
   */
  SettingsReader(Reading reading, boolean isService) {
    this.reading = reading;
    this.isService = isService;
  }

  /** The settings; mistakes are reported. */
  Settings read(YamlMapping file) {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (YamlMapping.Entry entry : file.entries()) {
      String name = entry.name();
      if (!isOfRoutes(name) && !name.startsWith("x-")) {
        Setting setting = setting(name);
        if (setting == null) {
          unknown(entry);
        } else if (!setting.inFile()) {
          onlyFromOutside(entry);
        } else if (isService && !setting.isOfService()) {
          onlyForAll(entry);
        } else {
          value(setting, entry.value(), values);
        }
      }
    }
    return new Settings(values);
  }

  /** Where the values of settings stand. */
  static Map<Setting, Location> places(YamlMapping file) {
    Map<Setting, Location> places = new EnumMap<>(Setting.class);
    for (YamlMapping.Entry entry : file.entries()) {
      Setting setting = setting(entry.name());
      if (setting != null) {
        places.putIfAbsent(setting, entry.value().at());
      }
    }
    return places;
  }

  /** Whether a key is about all routes of the folder, and read elsewhere. */
  private static boolean isOfRoutes(String name) {
    return SurroundingsReader.KEYS.contains(name) || name.equals(CollectionNames.KEY);
  }

  private static @Nullable Setting setting(String name) {
    return Arrays.stream(Setting.values())
        .filter(setting -> setting.key().equals(name))
        .findFirst()
        .orElse(null);
  }

  private void unknown(YamlMapping.Entry entry) {
    String name = entry.name();
    if (RouteKeyReader.isMeant(name) && name.indexOf('/') >= 0) {
      reading.problem(
          entry.key().at(),
          "homeport.yaml holds no routes, found '" + name + "'",
          "put it into a file of its own");
    } else if (NOT_YET.contains(name)) {
      reading.problem(entry.key().at(), "'" + name + "' is not built yet", "leave it out");
    } else {
      List<String> known = new ArrayList<>(SurroundingsReader.KEYS);
      known.add(CollectionNames.KEY);
      Arrays.stream(Setting.values()).filter(Setting::inFile).map(Setting::key).forEach(known::add);
      reading.unknownKey(entry, known, "the settings");
    }
  }

  private void onlyFromOutside(YamlMapping.Entry entry) {
    reading.problem(
        entry.key().at(),
        "'" + entry.name() + "' comes only from the command line or the environment",
        "a folder from elsewhere must not open this machine: use --" + entry.name());
  }

  private void onlyForAll(YamlMapping.Entry entry) {
    reading.problem(
        entry.key().at(),
        "'" + entry.name() + "' holds for all services together",
        "put it into the homeport.yaml of the whole folder");
  }

  private String place(Setting setting, YamlScalar name) throws SyntaxException {
    return PlaceInFolder.of(reading.folder(), name.text(), "--" + setting.key()).toString();
  }

  private void value(Setting setting, YamlNode node, Map<Setting, String> values) {
    if (!(node instanceof YamlScalar scalar) || !Scalars.isText(scalar)) {
      reading.expected(setting.key(), "a value", node);
      return;
    }
    try {
      setting.check(scalar.text());
      values.put(setting, setting.isWrittenFile() ? place(setting, scalar) : scalar.text());
    } catch (SyntaxException e) {
      reading.problem(scalar.at(), setting.key() + ": " + e.getMessage(), e.hint());
    }
  }
}
