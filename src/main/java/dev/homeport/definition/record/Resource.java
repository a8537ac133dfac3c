package dev.homeport.definition.record;

import dev.homeport.engine.answer.FileTypes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a path is about, by which routes are put together into files: {@code /api/v1/users/7} is
 * about {@code users}. Immutable.
 *
 * @param name of the mock file without its ending, and of the folder of its data
 * @param depth how many segments come before those that lead to the data: the prefix, and the name
 *     if it is a segment
 * @param prefix how many segments are before the name
 */
record Resource(String name, int depth, int prefix) {

  private static final String ROOT = "root";

  /** The settings of a folder have this name. */
  static final String SETTINGS = "homeport";

  private static final Pattern PREFIX =
      Pattern.compile("api|rest|v[0-9]+(\\.[0-9]+)*|[0-9]{1,2}(\\.[0-9]+)?");

  private static final Pattern MARKS = Pattern.compile("[^A-Za-z0-9._-]+");

  /** Endings of data, behind which stands a resource's name. */
  private static final Set<String> OF_DATA = Set.of("json", "xml", "csv", "yaml");

  private static final int LONGEST_NAME = 60;

  static Resource of(PathShape path) {
    List<String> segments = path.segments();
    int prefix = 0;
    while (prefix < segments.size() - 1 && PREFIX.matcher(segments.get(prefix)).matches()) {
      prefix++;
    }
    String segment = segments.get(prefix);
    String ending = FileTypes.ending(segment);
    boolean isLast = prefix == segments.size() - 1;
    boolean isData = OF_DATA.contains(ending);
    boolean isFile = isLast && !isData && !FileTypes.of(segment).equals(FileTypes.of(""));
    if (isFile || segment.isEmpty() || segment.indexOf('{') >= 0) {
      return new Resource(ROOT, prefix, prefix);
    }
    String word =
        isData && isLast ? segment.substring(0, segment.length() - ending.length() - 1) : segment;
    return new Resource(name(word), prefix + 1, prefix);
  }

  /** Names that begin with a dot or an underscore are left alone by the loader. */
  private static String name(String word) {
    String plain = MARKS.matcher(word).replaceAll("-").replaceAll("^[._-]+|[._-]+$", "");
    String name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    if (name.isEmpty()) {
      return ROOT;
    }
    return (!BodyFiles.isSafe(name) ? name + "-api" : name).toLowerCase(Locale.ROOT);
  }
}
