package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problems;
import dev.homeport.engine.template.KnownNames;
import dev.homeport.engine.template.TemplateCompiler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a folder once more: only the files that are not what they were, and those that use
 * something that is not. Used once.
 */
final class FolderReader {

  private final MocksFolder mocks;
  private final FolderState before;
  private final Map<String, String> vars;
  private final TemplateCompiler templates;
  private final FileStamps stamps;

  /**
   * A reader.
   *
   * @param before what was read last
   * @param vars named values from outside
   */
  FolderReader(
      MocksFolder mocks,
      FolderState before,
      Map<String, String> vars,
      TemplateCompiler templates,
      FileStamps stamps) {
    this.mocks = mocks;
    this.before = before;
    this.vars = vars;
    this.templates = templates;
    this.stamps = stamps;
  }

  /**
   * What {@code homeport.yaml} says.
   *
   * @param version the file itself, if there is one
   * @param isNew whether it says something else than before
   */
  private record SettingsFile(FolderSettings said, @Nullable FileVersion version, boolean isNew) {}

  /**
   * Reads.
   *
   * @param isLost whether it is believed of a file, by its name, that it is gone or empty; else it
   *     goes on as it was
   */
  FolderState read(Predicate<String> isLost) {
    FolderSources found = FolderSources.find(mocks, before, stamps, isLost);
    Map<String, FolderSources.Source> sources = found.present();
    SortedMap<String, FileVersion> versions = new TreeMap<>(found.kept());
    DataFiles data = new DataFiles();
    versions.values().forEach(version -> data.addAll(version.names()));
    sources.values().forEach(source -> data.addAll(source.names()));
    SettingsFile settings = settings(sources.remove(MocksFolder.SETTINGS), versions);
    sources.values().parallelStream()
        .map(source -> version(source, data.contains(source.path()), settings))
        .toList()
        .forEach(version -> versions.put(mocks.name(version.path()), version));
    dropMoved(versions, sources.keySet());
    FileVersion settingsFile = settings.version();
    if (settingsFile != null) {
      versions.put(MocksFolder.SETTINGS, settingsFile);
    }
    return new FolderAssembly(before, found.listing(), settings.said()).of(mocks.root(), versions);
  }

  /** A file is gone for sure when another one has its routes now. */
  private static void dropMoved(SortedMap<String, FileVersion> versions, Set<String> present) {
    if (present.containsAll(versions.keySet())) {
      return;
    }
    Set<String> claimed =
        present.stream().flatMap(name -> claims(versions.get(name))).collect(Collectors.toSet());
    versions
        .entrySet()
        .removeIf(
            file ->
                !present.contains(file.getKey())
                    && claims(file.getValue()).anyMatch(claimed::contains));
  }

  private static Stream<String> claims(@Nullable FileVersion version) {
    return version == null
        ? Stream.of()
        : version.routes().stream().flatMap(read -> read.claims(false).stream());
  }

  private SettingsFile settings(
      FolderSources.@Nullable Source source, Map<String, FileVersion> kept) {
    FileVersion keptFile = kept.get(MocksFolder.SETTINGS);
    if (keptFile != null) {
      return new SettingsFile(before.settings(), keptFile, false);
    }
    FolderState.File known = before.files().get(MocksFolder.SETTINGS);
    if (source == null) {
      return known == null
          ? new SettingsFile(before.settings(), null, false)
          : new SettingsFile(FolderSettings.none(), null, true);
    }
    if (isUnchanged(source, false)) {
      return new SettingsFile(before.settings(), source.known(), false);
    }
    MockText text = text(source);
    Reading reading = reading(text);
    FolderSettings said = FolderSettings.none();
    if (text.tree() instanceof YamlMapping file) {
      said =
          new FolderSettings(
              new SettingsReader(reading, mocks.role().isService()).read(file),
              new SurroundingsReader(reading, Surroundings.none(), vars).read(file),
              SettingsReader.places(file));
    } else if (text.tree() != null) {
      reading.expected("homeport.yaml", "a mapping of settings", text.tree());
    }
    if (mocks.role().isService()
        && !said.places().containsKey(Setting.SERVICE)
        && text.problems().isEmpty()) {
      reading.problem(
          Location.startOf(text.shown()),
          "a homeport.yaml in a sub-folder makes it a service, which needs a name",
          "write service: NAME, or put the settings at the root of the folder");
    }
    boolean isBad = before.root() != null && !text.problems().isEmpty();
    FileVersion version = version(source, text, List.of(), reading.looks());
    return new SettingsFile(isBad ? before.settings() : said, version, !isBad);
  }

  private FileVersion version(FolderSources.Source source, boolean isData, SettingsFile settings) {
    FileVersion known = source.known();
    if (known != null && isUnchanged(source, isData) && (isData || !settings.isNew())) {
      return known;
    }
    MockText text = text(source);
    if (isData) {
      Problems none = new Problems(text.shown(), "");
      return new FileVersion(
          source.path(),
          text.shown(),
          source.content(),
          source.names(),
          true,
          none,
          List.of(),
          new Looks(stamps));
    }
    Reading reading = reading(text);
    if (source.path().endsWith(MocksFolder.SETTINGS)) {
      subFolder(reading, text);
      return version(source, text, List.of(), reading.looks());
    }
    List<ReadRoute> routes =
        text.tree() == null
            ? List.of()
            : new MockFileReader(reading, settings.said().surroundings(), vars, "")
                .read(text.tree());
    return version(source, text, routes, reading.looks());
  }

  /** Of a folder whose services are known: what its other sub-folders are does not change. */
  private void subFolder(Reading reading, MockText text) {
    Location at = Location.startOf(text.shown());
    if (mocks.role().isService()) {
      reading.problem(
          at,
          "a service holds no other service, and settings are at its root",
          "move the folder out of '" + mocks.shown() + "', or delete this file");
    } else {
      reading.problem(
          at,
          "this makes the folder a service, which was not one at the start",
          "restart to give it a port of its own");
    }
  }

  private static FileVersion version(
      FolderSources.Source source, MockText text, List<ReadRoute> routes, Looks looks) {
    return new FileVersion(
        source.path(),
        text.shown(),
        source.content(),
        source.names(),
        false,
        text.problems(),
        routes,
        looks);
  }

  /** Whether a file, and all that it uses except the surroundings, is as it was read last. */
  private static boolean isUnchanged(FolderSources.Source source, boolean isData) {
    FileVersion known = source.known();
    return source.text() == null
        && known != null
        && known.isData() == isData
        && known.looks().isSame(known.looks().again());
  }

  private MockText text(FolderSources.Source source) {
    MockText text = source.text();
    return text == null ? MockText.read(source.path(), mocks.shown(source.path())) : text;
  }

  private Reading reading(MockText text) {
    return new Reading(
        text.problems(),
        mocks.root(),
        mocks.shown(),
        text.path(),
        templates,
        KnownNames.any(),
        new Looks(stamps));
  }
}
