package dev.homeport.definition.load;

import dev.homeport.diagnostic.Problems;
import java.nio.file.Path;

/**
 * One version of a YAML file, as it was read. Not changed any more.
 *
 * @param path absolute
 * @param shown the name in places
 * @param content its stamp
 * @param names files that it names and that are data therefore
 * @param declares collections that it declares, well or not
 * @param isData whether another file names it so; then it was not read as a mock file
 * @param problems its own, clashes with other files not among them
 * @param mocks what of it has no problem, also when something else has one
 * @param looks at other files
 */
record FileVersion(
    Path path,
    String shown,
    String content,
    DataFiles names,
    CollectionNames declares,
    boolean isData,
    Problems problems,
    ReadMocks mocks,
    Looks looks) {

  boolean isSettings() {
    return path.getFileName().toString().equals(MocksFolder.SETTINGS);
  }
}
