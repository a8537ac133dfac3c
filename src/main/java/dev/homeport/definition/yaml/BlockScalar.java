package dev.homeport.definition.yaml;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Reads the source of a {@code |} or {@code >} scalar again (YAML 1.2.2, 8.1). The indentation that
 * was cut off is found by comparing the first line that shows something with the parser's text, so
 * that an indentation indicator needs no special care.
 */
final class BlockScalar {

  private final YamlSource source;
  private final boolean folded;
  private final int end;
  private final String value;
  private final Positions positions;
  private final int firstLine;

  BlockScalar(ScalarSource scalar, Positions positions) {
    this.source = scalar.source();
    this.folded = scalar.style() == ScalarStyle.FOLDED;
    this.end = scalar.end();
    this.value = scalar.value();
    this.positions = positions;
    this.firstLine = source.lineOf(scalar.start()) + 1;
  }

  void replay() {
    int indent = indent();
    boolean begun = false;
    boolean foldable = false;
    int pendingBreak = -1;
    int line = firstLine;
    for (; isInside(line); line++) {
      int lineEnd = source.lineEnd(line);
      int from = source.lineStart(line) + indent;
      if (from >= lineEnd) {
        if (pendingBreak >= 0 && !(foldable && nextIsFoldable(line, indent))) {
          positions.add('\n', pendingBreak);
        }
        pendingBreak = -1;
        foldable = false;
        positions.add('\n', lineEnd);
        begun = true;
        continue;
      }
      boolean plain = !YamlSource.isBlank(source.charAt(from));
      if (pendingBreak >= 0) {
        positions.add(folded && foldable && plain ? ' ' : '\n', pendingBreak);
      }
      for (int i = from; i < lineEnd; i++) {
        positions.add(source.charAt(i), i);
      }
      begun = true;
      foldable = folded && plain;
      pendingBreak = lineEnd;
    }
    if (pendingBreak >= 0) {
      positions.add('\n', pendingBreak);
    }
    positions.end(begun ? Math.min(end, source.lineEnd(line - 1)) : end);
  }

  /**
   * Whether the next line that is not empty begins with no white space: then the line break before
   * the empty lines vanishes, and each empty line is one break.
   */
  private boolean nextIsFoldable(int line, int indent) {
    for (int i = line; isInside(i); i++) {
      int from = source.lineStart(i) + indent;
      if (from < source.lineEnd(i)) {
        return !YamlSource.isBlank(source.charAt(from));
      }
    }
    return false;
  }

  private int indent() {
    for (int line = firstLine; isInside(line); line++) {
      int start = source.lineStart(line);
      int spaces = start;
      while (source.charAt(spaces) == ' ') {
        spaces++;
      }
      if (spaces < source.lineEnd(line)) {
        return Math.max(0, spaces - start - leadingSpacesOfValue());
      }
    }
    return indentOfBlankLines();
  }

  /** Of lines that hold nothing but spaces the parser's text keeps what is beyond the indent. */
  private int indentOfBlankLines() {
    String[] kept = value.split("\n", -1);
    for (int i = 0; i < kept.length && isInside(firstLine + i); i++) {
      int length = source.lineEnd(firstLine + i) - source.lineStart(firstLine + i);
      if (!kept[i].isEmpty()) {
        return Math.max(0, length - kept[i].length());
      }
    }
    return Integer.MAX_VALUE / 2;
  }

  private boolean isInside(int line) {
    return line < source.lineCount() && source.lineStart(line) < end;
  }

  private int leadingSpacesOfValue() {
    int from = 0;
    while (from < value.length() && value.charAt(from) == '\n') {
      from++;
    }
    int at = from;
    while (at < value.length() && value.charAt(at) == ' ') {
      at++;
    }
    return at - from;
  }
}
