package dev.homeport.diagnostic;

/**
 * Text from files and requests made fit to be shown: a control character, a line break, a lone half
 * of a surrogate pair or a mark that turns the direction of writing is spelled out, so that nobody
 * can move a terminal's cursor or forge a line of a log.
 *
 * <p>{@code a⏎b} → {@code a\nb} · the escape character → {@code \}{@code u001b}
 */
public final class VisibleText {

  private VisibleText() {}

  /** The text with everything that is not to be shown as it is spelled out. */
  public static String of(String text) {
    if (text.codePoints().noneMatch(VisibleText::isHidden)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
  }

  /**
   * The text fit to be shown, and cut to a number of characters.
   *
   * @param most how many characters to show; an ellipsis follows when there were more
   */
  public static String of(String text, int most) {
    if (text.length() <= most) {
      return of(text);
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return of(text.substring(0, end)) + "…";
  }

  static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> turnsDirection(c) || c == 0xFEFF;
      default -> false;
    };
  }

  private static boolean turnsDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  static void append(StringBuilder shown, int c) {
    if (!isHidden(c)) {
      shown.appendCodePoint(c);
      return;
    }
    switch (c) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> shown.append(String.format("\\u%04x", c));
    }
  }
}
