package dev.homeport.engine.explain;

import dev.homeport.engine.json.Json;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes texts and JSON as a mock file spells them inside of braces, so that the loader reads the
 * same: quoted where YAML or a template would take them for something else. Stateless.
 */
final class FlowText {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,59}");
  private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Z|-]+ /[A-Za-z0-9/_.~-]*");

  /** A brace run that a template would take for an expression. */
  private static final Pattern BRACES = Pattern.compile("\\{\\{+");

  /** YAML takes them for something else than a text. */
  private static final Set<String> NOT_TEXTS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", "present", "absent");

  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_JSON = 2000;
  private static final int LONGEST_NUMBER = 30;
  private static final int DEEPEST = 20;

  private FlowText() {}

  /** The key of a route; it has no character that must be escaped. */
  static String key(String key) {
    return PLAIN_KEY.matcher(key).matches() ? key : quoted(key);
  }

  /** The name of a member; null when it cannot be written, or not in short. */
  static @Nullable String name(String name) {
    if (name.length() > LONGEST_TEXT || name.contains("{{") || !isWhole(name)) {
      return null;
    }
    return isPlain(name) ? name : quoted(name);
  }

  /** A text that a text is compared with; null when it cannot be written, or not in short. */
  static @Nullable String text(String text) {
    if (text.length() > LONGEST_TEXT) {
      return null;
    }
    return INTEGER.matcher(text).matches() ? text : anyText(text);
  }

  private static @Nullable String anyText(String text) {
    if (text.contains("\\{{") || !isWhole(text)) {
      return null;
    }
    return isPlain(text) ? text : quoted(BRACES.matcher(text).replaceAll("\\\\$0"));
  }

  /** A JSON value; null when it cannot be written, or not in short. */
  static @Nullable String json(JsonNode value) {
    StringBuilder out = new StringBuilder();
    return append(value, out, 0) && out.length() <= LONGEST_JSON ? out.toString() : null;
  }

  private static boolean append(JsonNode value, StringBuilder out, int depth) {
    if (depth > DEEPEST || out.length() > LONGEST_JSON) {
      return false;
    }
    @Nullable String written;
    switch (value.getNodeType()) {
      case OBJECT -> {
        return appendMembers(value, out, depth);
      }
      case ARRAY -> {
        return appendItems(value, out, depth);
      }
      case NUMBER -> written = number(value);
      case STRING -> written = anyText(value.stringValue());
      default -> written = value.toString();
    }
    if (written == null) {
      return false;
    }
    out.append(written);
    return true;
  }

  /**
   * One with an exponent, or one longer than any that is meant, YAML may take for something else.
   */
  private static @Nullable String number(JsonNode value) {
    String plain = Json.plain(value.numberValue());
    return plain.length() > LONGEST_NUMBER || plain.indexOf('E') >= 0 ? null : plain;
  }

  private static boolean appendMembers(JsonNode object, StringBuilder out, int depth) {
    Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
    out.append(members.hasNext() ? "{ " : "{");
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      String name = name(member.getKey());
      if (name == null) {
        return false;
      }
      out.append(name).append(": ");
      if (!append(member.getValue(), out, depth + 1)) {
        return false;
      }
      out.append(members.hasNext() ? ", " : " ");
    }
    out.append('}');
    return true;
  }

  private static boolean appendItems(JsonNode array, StringBuilder out, int depth) {
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      if (!append(array.get(i), out, depth + 1)) {
        return false;
      }
    }
    out.append(']');
    return true;
  }

  private static boolean isPlain(String text) {
    return WORD.matcher(text).matches()
        && !NOT_TEXTS.contains(text.toLowerCase(java.util.Locale.ROOT));
  }

  /** Whether every character is one: half of a surrogate pair cannot stand in a file. */
  static boolean isWhole(CharSequence text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  /** In double quotes; what cannot be seen is escaped (YAML 1.2.2, 5.7). */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (isVisible(c)) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append(String.format(c <= 0xFFFF ? "\\u%04x" : "\\U%08x", c));
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
