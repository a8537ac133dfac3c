package dev.homeport.definition.seed;

import dev.homeport.engine.json.Json;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * YAML as plain values of JSON, and back: a record is a block, what is nested in it is written as
 * JSON, which is YAML, too. Stateless.
 */
final class PlainYaml {

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  /** YAML of some version takes them for something else than a text. */
  private static final Set<String> NO_TEXTS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private static final String NO_YAML = "\u2028\u2029\uFEFF\uFFFE\uFFFF";

  private PlainYaml() {}

  static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    if (value instanceof List<?> list && !list.isEmpty()) {
      list.forEach(item -> item(item, out));
    } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      members(map, "", out);
    } else {
      out.append(flow(value)).append('\n');
    }
    return out.toString();
  }

  private static void item(@Nullable Object item, StringBuilder out) {
    out.append("- ");
    if (item instanceof Map<?, ?> map && !map.isEmpty()) {
      members(map, "  ", out);
    } else {
      out.append(flow(item)).append('\n');
    }
  }

  /** The first member stands in the line that is begun. */
  private static void members(Map<?, ?> map, String indent, StringBuilder out) {
    Iterator<? extends Map.Entry<?, ?>> members = map.entrySet().iterator();
    while (members.hasNext()) {
      Map.Entry<?, ?> member = members.next();
      out.append(key(String.valueOf(member.getKey()))).append(": ");
      out.append(flow(member.getValue())).append('\n').append(members.hasNext() ? indent : "");
    }
  }

  private static String key(String name) {
    boolean isPlain =
        PLAIN_KEY.matcher(name).matches() && !NO_TEXTS.contains(name.toLowerCase(Locale.ROOT));
    return isPlain ? name : flow(name);
  }

  /** JSON, in which what YAML takes for a line break, or for no character, is escaped. */
  private static String flow(@Nullable Object value) {
    String json = Json.write(value);
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean isPlain = c < 0x7F || (c > 0x9F && NO_YAML.indexOf(c) < 0);
      out.append(isPlain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return out.toString();
  }
}
