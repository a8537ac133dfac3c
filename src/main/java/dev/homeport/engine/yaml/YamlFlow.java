package dev.homeport.engine.yaml;

import dev.homeport.engine.json.Json;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain values on one line: {@code { id: 7, tags: [a, b] }}. Immutable.
 *
 * @param spelling of names and texts
 * @param mostCharacters a longer line is given up
 * @param deepest nesting; what is nested deeper is given up
 */
public record YamlFlow(Spelling spelling, int mostCharacters, int deepest) {

  private static final int LONGEST_NUMBER = 30;

  /** How names and texts are spelled; null for one that cannot be, or not on one line. */
  public interface Spelling {

    /** The name of a member. */
    @Nullable String name(String name);

    /** A text that is a value. */
    @Nullable String text(String text);
  }

  /**
   * The line, or null when it was given up.
   *
   * @param value Map, List, String, Number, Boolean or null
   */
  public @Nullable String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    return append(value, out, 0) && out.length() <= mostCharacters ? out.toString() : null;
  }

  /**
   * A number, or null for one that YAML may take for something else: one with an exponent, or one
   * longer than any that is meant.
   */
  public static @Nullable String number(Number number) {
    String plain = Json.plain(number);
    return plain.length() > LONGEST_NUMBER || plain.indexOf('E') >= 0 ? null : plain;
  }

  private boolean append(@Nullable Object value, StringBuilder out, int depth) {
    if (depth > deepest || out.length() > mostCharacters) {
      return false;
    } else if (value instanceof Map<?, ?> map) {
      return appendMembers(map, out, depth);
    } else if (value instanceof List<?> list) {
      return appendItems(list, out, depth);
    }
    String written =
        value instanceof String text
            ? spelling.text(text)
            : value instanceof Number number ? number(number) : String.valueOf(value);
    if (written != null) {
      out.append(written);
    }
    return written != null;
  }

  private boolean appendMembers(Map<?, ?> map, StringBuilder out, int depth) {
    Iterator<? extends Map.Entry<?, ?>> members = map.entrySet().iterator();
    out.append(members.hasNext() ? "{ " : "{");
    while (members.hasNext()) {
      Map.Entry<?, ?> member = members.next();
      String name = spelling.name(String.valueOf(member.getKey()));
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

  private boolean appendItems(List<?> list, StringBuilder out, int depth) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      if (!append(list.get(i), out, depth + 1)) {
        return false;
      }
    }
    out.append(']');
    return true;
  }
}
