package dev.homeport.diagnostic;

/**
 * A place in a mock file. Prints as editors understand it: {@code mocks/users.yaml:14:7}.
 *
 * @param file the path as the user knows it, relative to where the program was started
 * @param line 1-based
 * @param column 1-based, counted in characters (code points)
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

  public Location {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("line and column begin at 1: " + line + ":" + column);
    }
  }

  /** The beginning of a file, for mistakes that concern the whole of it. */
  public static Location startOf(String file) {
    return new Location(file, 1, 1);
  }

  @Override
  public int compareTo(Location other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
