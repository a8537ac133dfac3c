package dev.homeport.engine.template;

import dev.homeport.engine.template.Piece.Tag;
import dev.homeport.engine.template.Piece.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes away the white space that belongs to tags, by the rules of the Handlebars language: around
 * a {@code ~} all of it, and the whole line of a block's tag or a comment that stands alone on it.
 */
final class WhiteSpace {

  private final List<Piece> pieces;
  private final int[] from;
  private final int[] to;

  private WhiteSpace(List<Piece> pieces) {
    this.pieces = pieces;
    this.from = new int[pieces.size()];
    this.to = new int[pieces.size()];
    for (int i = 0; i < to.length; i++) {
      to[i] = pieces.get(i) instanceof Text text ? text.content().length() : 0;
    }
  }

  /** The pieces with shorter texts and without comments. */
  static List<Piece> trimmed(List<Piece> pieces) {
    return new WhiteSpace(pieces).trim();
  }

  private List<Piece> trim() {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Tag tag) {
        if (tag.standsAlone() && endsLine(i - 1) && startsLine(i + 1)) {
          takeLine(i);
        }
        if (tag.trimBefore()) {
          stripEnd(i - 1);
        }
        if (tag.trimAfter()) {
          stripStart(i + 1);
        }
      }
    }
    List<Piece> kept = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece instanceof Text text) {
        if (from[i] < to[i]) {
          kept.add(new Text(text.content().substring(from[i], to[i])));
        }
      } else if (piece instanceof Tag tag && tag.kind() != Piece.Kind.COMMENT) {
        kept.add(tag);
      }
    }
    return kept;
  }

  /** Whether nothing but blanks stands before a tag on its line. */
  private boolean endsLine(int index) {
    if (index < 0) {
      return true;
    }
    if (!(pieces.get(index) instanceof Text text)) {
      return false;
    }
    int blanks = blanksBefore(text.content());
    return blanks == 0 ? index == 0 : text.content().charAt(blanks - 1) == '\n';
  }

  /** Whether nothing but blanks stands after a tag on its line. */
  private boolean startsLine(int index) {
    if (index >= pieces.size()) {
      return true;
    }
    if (!(pieces.get(index) instanceof Text text)) {
      return false;
    }
    int line = lineAfter(text.content());
    if (line == text.content().length() && index == pieces.size() - 1) {
      return true;
    }
    return line > 0 && text.content().charAt(line - 1) == '\n';
  }

  private void takeLine(int index) {
    if (index > 0 && pieces.get(index - 1) instanceof Text text) {
      to[index - 1] = Math.min(to[index - 1], blanksBefore(text.content()));
    }
    if (index + 1 < pieces.size() && pieces.get(index + 1) instanceof Text text) {
      from[index + 1] = Math.max(from[index + 1], lineAfter(text.content()));
    }
  }

  private void stripEnd(int index) {
    if (index >= 0 && pieces.get(index) instanceof Text text) {
      while (to[index] > 0 && Character.isWhitespace(text.content().charAt(to[index] - 1))) {
        to[index]--;
      }
    }
  }

  private void stripStart(int index) {
    if (index < pieces.size() && pieces.get(index) instanceof Text text) {
      int length = text.content().length();
      while (from[index] < length && Character.isWhitespace(text.content().charAt(from[index]))) {
        from[index]++;
      }
    }
  }

  /** Where the blanks begin that end a text. */
  private static int blanksBefore(String text) {
    int at = text.length();
    while (at > 0 && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Where the blanks and the line break end that begin a text. */
  private static int lineAfter(String text) {
    int at = 0;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    if (text.startsWith("\r\n", at)) {
      return at + 2;
    }
    return at < text.length() && text.charAt(at) == '\n' ? at + 1 : at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
