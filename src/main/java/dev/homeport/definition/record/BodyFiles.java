package dev.homeport.definition.record;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The data files beside one mock file, in a folder of its name: where the paths of the API lead,
 * {@code users/7.json}, {@code users/7/avatar.png}. No two have one name, on no file system. For
 * one thread.
 */
final class BodyFiles {

  private static final Pattern MARKS = Pattern.compile("[^\\p{Alnum}._-]+");
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}");

  /** Names that Windows keeps for itself, whatever their ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_NAME = 60;

  private final String folder;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  BodyFiles(String folder) {
    this.folder = folder;
  }

  /** In which all of them are. */
  String folder() {
    return folder;
  }

  /** By their names, relative to the folder of the mock file. */
  Map<String, byte[]> all() {
    return files;
  }

  /**
   * Adds a file and gives its name.
   *
   * @param path below the folder as wished for, without an ending; any characters
   */
  String add(String path, String ending, byte[] content) {
    String stem = folder + "/" + safe(path, ending);
    String name = stem + "." + ending;
    for (int i = 2; !take(name); i++) {
      name = stem + "-" + i + "." + ending;
    }
    files.put(name, content);
    return name;
  }

  /** Adds a file of this very name; false when there is one already. */
  boolean addAs(String name, byte[] content) {
    boolean isNew = take(name);
    if (isNew) {
      files.put(name, content);
    }
    return isNew;
  }

  private boolean take(String name) {
    return taken.add(name.toLowerCase(Locale.ROOT));
  }

  /** Whether a text can be a part of a file's name as it is. */
  static boolean isSafe(String part) {
    return SAFE.matcher(part).matches() && !part.endsWith(".") && !DEVICE.matcher(part).matches();
  }

  private static String safe(String path, String ending) {
    String suffix = "." + ending;
    boolean has = path.toLowerCase(Locale.ROOT).endsWith(suffix);
    String stem = has ? path.substring(0, path.length() - suffix.length()) : path;
    StringBuilder safe = new StringBuilder();
    for (String part : stem.split("/", -1)) {
      safe.append(safe.isEmpty() ? "" : "/").append(safePart(part));
    }
    return safe.toString();
  }

  private static String safePart(String part) {
    String marked = MARKS.matcher(part).replaceAll("-").replaceAll("^[.-]+|[.-]+$", "");
    String cut = marked.substring(0, Math.min(marked.length(), LONGEST_NAME));
    if (cut.isEmpty()) {
      return "index";
    }
    boolean isTaken = cut.equalsIgnoreCase(Resource.SETTINGS) || DEVICE.matcher(cut).matches();
    return isTaken ? cut + "-" : cut;
  }
}
