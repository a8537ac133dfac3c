package dev.homeport.engine.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Spells a text so that YAML reads the same: as it is where a person would leave the quotes out,
 * else in quotes. Stateless.
 */
public final class YamlText {

  /** Begins with a letter or as a path, so that it is no number and no mark of YAML. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?:[\\p{L}_]|/(?=\\p{L}))"
              + "(?:[\\p{L}\\p{M}\\p{N} _./@+()!;=~$%&^*'?|-]|(?<! )#|:(?=[\\p{L}\\p{N}/]))*+");

  private static final Pattern ROUTE_KEY = Pattern.compile("[A-Z|-]+ /[A-Za-z0-9/_.~{}-]*");

  /** YAML, or a mock file, takes them for something else than a text. */
  private static final Set<String> NOT_TEXTS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", "present", "absent");

  private YamlText() {}

  /** A text on one line, in braces or out of them: {@code Ada}, {@code "7"}, {@code 'say "a"'}. */
  public static String line(String text) {
    if (isPlain(text)) {
      return text;
    }
    boolean hasMarks = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
    boolean single = hasMarks && text.codePoints().allMatch(YamlText::isVisible);
    return single ? "'" + text.replace("'", "''") + "'" : quoted(text);
  }

  /** The key of a route; it has no character that must be escaped. */
  public static String routeKey(String key) {
    return ROUTE_KEY.matcher(key).matches() ? key : quoted(key);
  }

  /** Whether a text needs no quotes, neither in braces nor out of them. */
  public static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches()
        && !text.endsWith(" ")
        && text.codePoints().allMatch(YamlText::isVisible)
        && !NOT_TEXTS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether every character is one: half of a surrogate pair cannot stand in a file. */
  public static boolean isWhole(CharSequence text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  /** In double quotes; what cannot be seen is escaped (YAML 1.2.2, 5.7). */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(c, quoted));
    return quoted.append('"').toString();
  }

  private static void append(int c, StringBuilder quoted) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').append((char) c);
    } else if (c == '\n') {
      quoted.append("\\n");
    } else if (c == '\t') {
      quoted.append("\\t");
    } else if (isVisible(c)) {
      quoted.appendCodePoint(c);
    } else {
      quoted.append(String.format(c <= 0xFFFF ? "\\u%04x" : "\\U%08x", c));
    }
  }

  /** Whether a character may stand as it is in a text on one line, and a person sees it. */
  public static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
