package dev.homeport.definition.yaml;

import dev.homeport.engine.yaml.YamlFlow;
import dev.homeport.engine.yaml.YamlText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain values (Map, List, String, Number, Boolean, null) as a person lays YAML out: on one
 * line in braces what is short, texts of several lines below a {@code |}, quotes only where they
 * are needed. {@link YamlReader} reads the same values again. For one text, by one thread.
 */
public final class YamlWriter {

  /** Longest line that is written in braces, in characters. */
  private static final int WIDTH = 100;

  /** As above, for a list: longer ones are read item by item. */
  private static final int LIST_WIDTH = 60;

  /** Nesting on one line that can still be read. */
  private static final int DEEPEST_LINE = 3;

  private static final YamlFlow LINE =
      new YamlFlow(
          new YamlFlow.Spelling() {
            @Override
            public String name(String name) {
              return YamlText.line(name);
            }

            @Override
            public @Nullable String text(String text) {
              return isBlock(text) ? null : YamlText.line(text);
            }
          },
          WIDTH,
          DEEPEST_LINE);

  /**
   * Members that stand one below the other however short they are.
   *
   * @param members not empty
   */
  public record Lines(Map<String, ?> members) {}

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  /**
   * One member of the top level, with the line break that ends it.
   *
   * @param key as it is spelled ({@link YamlText#routeKey})
   */
  public static String member(String key, @Nullable Object value) {
    YamlWriter writer = new YamlWriter();
    writer.member(key, value, 0);
    return writer.out.toString();
  }

  private void member(String key, @Nullable Object value, int indent) {
    out.append(key).append(':');
    value(value, indent, out.length() - (out.lastIndexOf("\n") + 1));
  }

  /** Members below each other; the first where the line stands, the others at an indentation. */
  private void members(Map<?, ?> members, int indent) {
    boolean first = true;
    for (Map.Entry<?, ?> member : members.entrySet()) {
      if (!first) {
        indent(indent);
      }
      first = false;
      member(YamlText.line(String.valueOf(member.getKey())), member.getValue(), indent);
    }
  }

  /**
   * What stands behind a colon or a dash.
   *
   * @param indent of the line that it belongs to
   * @param column where the line stands
   */
  private void value(@Nullable Object value, int indent, int column) {
    String line = line(value, WIDTH - column - 1);
    if (line != null) {
      out.append(' ').append(line).append('\n');
    } else if (value instanceof String text) {
      block(text, indent + 2);
    } else if (value instanceof List<?> list) {
      out.append('\n');
      items(list, indent + 2);
    } else {
      out.append('\n');
      indent(indent + 2);
      members(mapping(value), indent + 2);
    }
  }

  private void items(List<?> list, int indent) {
    for (Object item : list) {
      indent(indent);
      out.append('-');
      String line = line(item, WIDTH - indent - 2);
      if (line != null) {
        out.append(' ').append(line).append('\n');
      } else if (item instanceof String text) {
        block(text, indent + 2);
      } else if (item instanceof List<?> inner) {
        out.append('\n');
        items(inner, indent + 2);
      } else {
        out.append(' ');
        members(mapping(item), indent + 2);
      }
    }
  }

  private static Map<?, ?> mapping(@Nullable Object value) {
    if (value instanceof Lines lines) {
      return lines.members();
    } else if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("no value of YAML: " + value);
  }

  /** The value on one line; null when it needs several. */
  private static @Nullable String line(@Nullable Object value, int width) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().allMatch(YamlWriter::fitsIntoLine)
          ? fitting(value, width)
          : null;
    } else if (value instanceof List<?> list) {
      boolean isFlat = list.stream().noneMatch(YamlWriter::isFilled);
      return isFlat ? fitting(value, Math.min(width, LIST_WIDTH)) : null;
    } else if (value instanceof Lines || (value instanceof String text && isBlock(text))) {
      return null;
    }
    return value instanceof String text ? YamlText.line(text) : scalar(value);
  }

  private static String scalar(@Nullable Object value) {
    String number = value instanceof Number some ? YamlFlow.number(some) : String.valueOf(value);
    if (number == null) {
      throw new IllegalArgumentException("YAML does not spell the number " + value);
    }
    return number;
  }

  /** A list of lists or mappings is read more easily item by item. */
  private static boolean fitsIntoLine(@Nullable Object value) {
    if (value instanceof Lines) {
      return false;
    } else if (value instanceof List<?> list) {
      return list.stream().noneMatch(YamlWriter::isFilled);
    }
    return !(value instanceof Map<?, ?> map)
        || map.values().stream().allMatch(YamlWriter::fitsIntoLine);
  }

  private static boolean isFilled(@Nullable Object value) {
    return value instanceof Lines
        || (value instanceof Map<?, ?> map && !map.isEmpty())
        || (value instanceof Collection<?> list && !list.isEmpty());
  }

  private static @Nullable String fitting(Object value, int width) {
    String line = LINE.write(value);
    return line == null || line.length() > width ? null : line;
  }

  /**
   * Whether a text is written below a {@code |}: several lines that YAML gives back as they are
   * (YAML 1.2.2, 8.1). White space at the beginning, or more than one line break at the end, need
   * marks that nobody knows.
   */
  private static boolean isBlock(String text) {
    int end = text.length() - (text.endsWith("\n") ? 1 : 0);
    return text.indexOf('\n') >= 0
        && !Character.isWhitespace(text.charAt(0))
        && !text.substring(text.lastIndexOf('\n', end - 1) + 1, end).isBlank()
        && text.codePoints().allMatch(c -> c == '\n' || c == '\t' || YamlText.isVisible(c));
  }

  private void block(String text, int indent) {
    out.append(text.endsWith("\n") ? " |\n" : " |-\n");
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (!line.isEmpty()) {
        indent(indent);
      }
      out.append(line).append('\n');
    }
  }

  private void indent(int spaces) {
    out.append(" ".repeat(spaces));
  }
}
