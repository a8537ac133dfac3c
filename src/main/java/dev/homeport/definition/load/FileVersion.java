package dev.homeport.definition.load;

import dev.homeport.diagnostic.Problems;
import java.nio.file.Path;
import java.util.List;

/**
 * One version of a YAML file, as it was read. Not changed any more.
 *
 * @param path absolute
 * @param shown the name in places
 * @param content its stamp
 * @param names files that it names and that are data therefore
 * @param isData whether another file names it so; then it was not read as a mock file
 * @param problems its own, clashes with other files not among them
 * @param routes those without a problem, also when others have one
 * @param looks at other files
 */
record FileVersion(
    Path path,
    String shown,
    String content,
    DataFiles names,
    boolean isData,
    Problems problems,
    List<ReadRoute> routes,
    Looks looks) {

  FileVersion {
    routes = List.copyOf(routes);
  }

  boolean isSettings() {
    return path.getFileName().toString().equals(MocksFolder.SETTINGS);
  }
}
