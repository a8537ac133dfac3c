package dev.homeport.definition.yaml;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Reads the source of a {@code |} or {@code >} scalar again (YAML 1.2.2, 8.1). How much indentation
 * was cut off depends on an indicator and on what is around the scalar; instead of computing that a
 * second time, the indentation is taken that gives the parser's text.
 */
final class BlockScalar {

  private final YamlSource source;
  private final boolean folded;
  private final int end;
  private final int firstLine;
  private final int indent;
  private final Positions positions;

  private BlockScalar(ScalarSource scalar, int indent) {
    this.source = scalar.source();
    this.folded = scalar.style() == ScalarStyle.FOLDED;
    this.end = scalar.end();
    this.firstLine = source.lineOf(scalar.start()) + 1;
    this.indent = indent;
    this.positions = new Positions(scalar.value(), end);
  }

  static Positions positions(ScalarSource scalar) {
    BlockScalar widest = new BlockScalar(scalar, Integer.MAX_VALUE / 2);
    int indent = widest.likelyIndent();
    Positions likely = new BlockScalar(scalar, indent).replay();
    Positions found = likely;
    while (!found.complete() && indent > 0) {
      found = new BlockScalar(scalar, --indent).replay();
    }
    return found.complete() ? found : likely;
  }

  /** That of the first line with something on it; of nothing but blank lines, the longest. */
  private int likelyIndent() {
    int longest = 0;
    for (int line = firstLine; isInside(line); line++) {
      int spaces = source.lineStart(line);
      while (source.charAt(spaces) == ' ') {
        spaces++;
      }
      longest = Math.max(longest, spaces - source.lineStart(line));
      if (spaces < source.lineEnd(line)) {
        return spaces - source.lineStart(line);
      }
    }
    return longest;
  }

  private Positions replay() {
    boolean begun = false;
    boolean foldable = false;
    int pendingBreak = -1;
    int line = firstLine;
    for (; isInside(line); line++) {
      int lineEnd = source.lineEnd(line);
      int from = source.lineStart(line) + indent;
      if (from >= lineEnd) {
        if (pendingBreak >= 0 && !(foldable && nextIsFoldable(line))) {
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
    return positions;
  }

  /**
   * Whether the next line that is not empty begins with no white space: then the line break before
   * the empty lines vanishes, and each empty line is one break.
   */
  private boolean nextIsFoldable(int line) {
    for (int i = line; isInside(i); i++) {
      int from = source.lineStart(i) + indent;
      if (from < source.lineEnd(i)) {
        return !YamlSource.isBlank(source.charAt(from));
      }
    }
    return false;
  }

  private boolean isInside(int line) {
    return line < source.lineCount() && source.lineStart(line) < end;
  }
}
