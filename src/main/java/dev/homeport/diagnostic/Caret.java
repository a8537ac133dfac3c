package dev.homeport.diagnostic;

/**
 * A source line and the line with a caret that goes under it. Tabs stay tabs in both, so that the
 * caret stands right whatever a tab's width is; a long line is cut around the caret.
 *
 * @param source the line, safe to be shown
 * @param pointer white space and a caret
 */
record Caret(String source, String pointer) {

  /** How many columns of a line are shown at most. */
  private static final int WIDTH = 120;

  /** How many columns are kept before the caret when the line is cut. */
  private static final int BEFORE = 60;

  /** What lies further from the caret than this many characters is not looked at. */
  private static final int FAR = 500;

  /**
   * @param line the source line as written
   * @param column 1-based, in code points; may lie behind the end of the line
   */
  static Caret under(String line, int column) {
    int length = line.codePointCount(0, line.length());
    int target = Math.min(column - 1, length);
    int skipped = Math.max(0, target - FAR);
    int[] points = points(line, skipped, Math.min(length, target + FAR));
    target -= skipped;
    int first = firstShown(points, target);
    StringBuilder source = new StringBuilder();
    StringBuilder pointer = new StringBuilder();
    if (first + skipped > 0) {
      source.append('…');
      pointer.append(' ');
    }
    int shown = 0;
    int at = first;
    for (; at < points.length && shown <= WIDTH; at++) {
      int before = source.length();
      append(source, points[at]);
      int width = width(points[at], source.length() - before);
      if (at < target) {
        pointer.append(points[at] == '\t' ? "\t" : " ".repeat(width));
      }
      shown += width;
    }
    if (at < points.length || skipped + at < length) {
      source.append('…');
    }
    return new Caret(source.toString().stripTrailing(), pointer.append('^').toString());
  }

  /** The part of a line that can be shown at all; a line may have millions of characters. */
  private static int[] points(String line, int from, int to) {
    int begin = line.offsetByCodePoints(0, from);
    return line.substring(begin, line.offsetByCodePoints(begin, to - from)).codePoints().toArray();
  }

  private static int firstShown(int[] points, int target) {
    int total = 0;
    for (int point : points) {
      total += width(point, 6);
      if (total > WIDTH) {
        break;
      }
    }
    if (total <= WIDTH) {
      return 0;
    }
    int kept = 0;
    int first = target;
    while (first > 0 && kept < BEFORE) {
      first--;
      kept += width(points[first], 6);
    }
    return first;
  }

  private static void append(StringBuilder source, int c) {
    if (c == '\t') {
      source.append('\t');
    } else {
      VisibleText.append(source, c);
    }
  }

  /** How many columns of a terminal a character fills. */
  private static int width(int c, int spelledOut) {
    if (c == '\t') {
      return 1;
    }
    if (VisibleText.isHidden(c)) {
      return spelledOut;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** East Asian wide and fullwidth characters and emoji (Unicode UAX 11, by its blocks). */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0x303E)
        || (c >= 0x3041 && c <= 0xA4CF)
        || (c >= 0xA960 && c <= 0xA97F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1F64F)
        || (c >= 0x1F680 && c <= 0x1F6FF)
        || (c >= 0x1F900 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
