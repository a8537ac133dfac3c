package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Location;
import java.util.Arrays;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * The text of a file and the ways between its offsets, its lines and columns, and the parser's
 * marks (0-based, counted in code points). Offsets are indices into {@link #text()}. Immutable.
 */
final class YamlSource {

  /** Between two remembered code points so many are counted by hand. */
  private static final int STEP = 32;

  private final String file;
  private final String text;

  /** Of the text, in code points. */
  private final int length;

  /** Offsets of every {@link #STEP}th code point; empty when every character is one. */
  private final int[] checkpoints;

  private final int[] lineStarts;

  /** The parser does not count U+FEFF as a column; everybody else does. */
  private final boolean marksMiscount;

  /**
   * @param text the text without a byte order mark at its beginning
   */
  YamlSource(String file, String text) {
    this.file = file;
    this.text = text;
    this.length = text.codePointCount(0, text.length());
    this.checkpoints = checkpoints(text, length);
    this.lineStarts = lineStarts(text);
    this.marksMiscount = text.indexOf('\uFEFF') >= 0;
  }

  String text() {
    return text;
  }

  private static int[] checkpoints(String text, int points) {
    if (points == text.length()) {
      return new int[0];
    }
    int[] offsets = new int[points / STEP + 1];
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = text.offsetByCodePoints(offsets[i - 1], STEP);
    }
    return offsets;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[64];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      if (!isLineEnd(text, i)) {
        continue;
      }
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, lines * 2);
      }
      starts[lines++] = i + 1;
    }
    return Arrays.copyOf(starts, lines);
  }

  private static boolean isLineEnd(String text, int offset) {
    char c = text.charAt(offset);
    return c == '\n'
        || (c == '\r' && (offset + 1 == text.length() || text.charAt(offset + 1) != '\n'));
  }

  /** The offset of a mark. */
  int offset(Mark mark) {
    int points = mark.getIndex();
    if (checkpoints.length == 0) {
      return Math.min(points, text.length());
    }
    int nearest = Math.min(points / STEP, checkpoints.length - 1);
    return points >= length
        ? text.length()
        : text.offsetByCodePoints(checkpoints[nearest], points - nearest * STEP);
  }

  Location locate(Mark mark) {
    return marksMiscount
        ? locate(offset(mark))
        : new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** The place of a character; offsets behind the end are the end. */
  Location locate(int offset) {
    int at = Math.max(0, Math.min(offset, text.length()));
    int line = lineOf(at);
    return new Location(file, line + 1, text.codePointCount(lineStarts[line], at) + 1);
  }

  /** The 0-based line of an offset. */
  int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  int lineCount() {
    return lineStarts.length;
  }

  int lineStart(int line) {
    return lineStarts[line];
  }

  /** Where a line ends, its line break excluded. */
  int lineEnd(int line) {
    int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
    while (end > lineStarts[line] && isBreak(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** The first character of a line that is no space or tab; the line's end when it is blank. */
  int firstInk(int line) {
    int end = lineEnd(line);
    int at = lineStarts[line];
    while (at < end && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The 0-based column of an offset, in characters. */
  int column(int offset) {
    return offset - lineStarts[lineOf(offset)];
  }

  /** The character at an offset, or NUL behind the end. */
  char charAt(int offset) {
    return offset >= 0 && offset < text.length() ? text.charAt(offset) : 0;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isWhite(char c) {
    return isBlank(c) || isBreak(c);
  }

  /** Where a value begins whose event begins with an anchor or a tag. */
  int afterProperties(int offset) {
    int at = offset;
    while (charAt(at) == '&' || charAt(at) == '!') {
      while (at < text.length() && !isWhite(text.charAt(at))) {
        at++;
      }
      at = afterWhiteSpaceAndComments(at);
    }
    return at;
  }

  private int afterWhiteSpaceAndComments(int offset) {
    int at = offset;
    while (at < text.length()) {
      if (text.charAt(at) == '#') {
        at = lineEnd(lineOf(at));
      } else if (isWhite(text.charAt(at))) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }
}
