package dev.homeport.definition.load;

import dev.homeport.definition.setting.Setting;
import dev.homeport.definition.setting.Settings;
import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problems;
import dev.homeport.engine.template.KnownNames;
import dev.homeport.engine.template.TemplateCompiler;
import java.util.Collection;
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

  /** All that are declared; found before the first file is read. */
  private CollectionNames collections = CollectionNames.none();

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
    declare(sources.values(), versions.values(), data);
    SettingsFile settings = settings(sources.remove(MocksFolder.SETTINGS), versions);
    found
        .each(source -> version(source, data.contains(source.path()), settings))
        .forEach(version -> versions.put(mocks.name(version.path()), version));
    dropMoved(versions, sources.keySet());
    FileVersion settingsFile = settings.version();
    if (settingsFile != null) {
      versions.put(MocksFolder.SETTINGS, settingsFile);
    }
    return new FolderAssembly(before, found.listing(), settings.said()).of(mocks.root(), versions);
  }

  private void declare(
      Collection<FolderSources.Source> sources, Collection<FileVersion> kept, DataFiles data) {
    for (FileVersion version : kept) {
      collections = version.isData() ? collections : collections.and(version.declares());
    }
    for (FolderSources.Source source : sources) {
      boolean isData = data.contains(source.path());
      collections = isData ? collections : collections.and(source.declares());
    }
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
        : version.mocks().claims(false).stream().map(ReadMocks.Claim::key);
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
    if (isUnchanged(source, false) && !hasNewNames()) {
      return new SettingsFile(before.settings(), source.known(), false);
    }
    MockText text = text(source);
    Reading reading = reading(text);
    FolderSettings said = FolderSettings.none();
    List<SeededCollection> declared = List.of();
    if (text.tree() instanceof YamlMapping file) {
      Settings settings = new SettingsReader(reading, mocks.role().isService()).read(file);
      SurroundingsReader surroundings = new SurroundingsReader(reading, Surroundings.none(), vars);
      said = new FolderSettings(settings, surroundings.read(file), SettingsReader.places(file));
      declared = collections(file, said.surroundings(), surroundings, reading);
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
    ReadMocks read = new ReadMocks(List.of(), declared);
    FileVersion version = version(source, text, read, reading.looks());
    return new SettingsFile(isBad ? before.settings() : said, version, !isBad);
  }

  private List<SeededCollection> collections(
      YamlMapping file, Surroundings all, SurroundingsReader surroundings, Reading reading) {
    Reading inFile = reading.with(all.names(vars.keySet()));
    return new DataReader(inFile, surroundings.withGiven(all.vars()), all.version())
        .read(file.get(CollectionNames.KEY));
  }

  /** A file may name what another one declares, or does not any more. */
  private boolean hasNewNames() {
    return collections.differFrom(before.declared());
  }

  private FileVersion version(FolderSources.Source source, boolean isData, SettingsFile settings) {
    FileVersion known = source.known();
    boolean sees = !isData && (settings.isNew() || hasNewNames());
    if (known != null && isUnchanged(source, isData) && !sees) {
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
          source.declares(),
          true,
          none,
          ReadMocks.nothing(),
          new Looks(stamps));
    }
    Reading reading = reading(text);
    if (source.path().endsWith(MocksFolder.SETTINGS)) {
      subFolder(reading, text);
      return version(source, text, ReadMocks.nothing(), reading.looks());
    }
    ReadMocks read =
        text.tree() == null
            ? ReadMocks.nothing()
            : new MockFileReader(reading, settings.said().surroundings(), vars, "")
                .read(text.tree());
    return version(source, text, read, reading.looks());
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
      FolderSources.Source source, MockText text, ReadMocks mocks, Looks looks) {
    return new FileVersion(
        source.path(),
        text.shown(),
        source.content(),
        source.names(),
        source.declares(),
        false,
        text.problems(),
        mocks,
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
        templates.knowing(collections.names()),
        KnownNames.any(),
        collections,
        new Looks(stamps));
  }
}
