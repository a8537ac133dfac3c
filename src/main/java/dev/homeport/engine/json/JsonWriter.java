package dev.homeport.engine.json;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes plain values and trees as compact JSON. Stateless. */
final class JsonWriter {

  private static final String HEX = "0123456789abcdef";

  private JsonWriter() {}

  static void write(@Nullable Object value, StringBuilder out) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof JsonNode node) {
      writeNode(node, out);
    } else if (value instanceof String text) {
      quote(text, out);
    } else if (value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Number number) {
      out.append(Json.decimal(number) == null ? "null" : Json.plain(number));
    } else if (value instanceof Map<?, ?> map) {
      writeMembers(map.entrySet().iterator(), out);
    } else if (value instanceof Iterable<?> items) {
      writeItems(items.iterator(), out);
    } else if (value instanceof Object[] items) {
      writeItems(Arrays.asList(items).iterator(), out);
    } else {
      quote(value.toString(), out);
    }
  }

  private static void writeNode(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> writeMembers(node.properties().iterator(), out);
      case ARRAY -> writeItems(node.iterator(), out);
      case NUMBER -> out.append(Json.plain(node.numberValue()));
      case BOOLEAN -> out.append(node.booleanValue());
      case NULL, MISSING -> out.append("null");
      case STRING, BINARY, POJO -> quote(node.asString(), out);
    }
  }

  private static void writeMembers(Iterator<? extends Map.Entry<?, ?>> members, StringBuilder out) {
    out.append('{');
    while (members.hasNext()) {
      Map.Entry<?, ?> member = members.next();
      quote(String.valueOf(member.getKey()), out);
      out.append(':');
      write(member.getValue(), out);
      if (members.hasNext()) {
        out.append(',');
      }
    }
    out.append('}');
  }

  private static void writeItems(Iterator<?> items, StringBuilder out) {
    out.append('[');
    while (items.hasNext()) {
      write(items.next(), out);
      if (items.hasNext()) {
        out.append(',');
      }
    }
    out.append(']');
  }

  static void quote(String text, StringBuilder out) {
    out.append('"');
    int done = 0; // everything before has been appended; runs without escapes go out in one piece
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !isHalfPair(text, i)) {
        continue;
      }
      out.append(text, done, i);
      escape(c, out);
      done = i + 1;
    }
    out.append(text, done, text.length()).append('"');
  }

  private static boolean isHalfPair(String text, int at) {
    char c = text.charAt(at);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX.charAt((c >> shift) & 0xF));
        }
      }
    }
  }
}
