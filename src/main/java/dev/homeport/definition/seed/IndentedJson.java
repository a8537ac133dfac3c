package dev.homeport.definition.seed;

import dev.homeport.engine.json.Json;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as people edit it: two spaces a level. Used once. */
final class IndentedJson {

  private final StringBuilder out = new StringBuilder();

  String write(@Nullable Object value) {
    append(value, 0);
    return out.toString();
  }

  private void append(@Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      out.append('{');
      Iterator<? extends Map.Entry<?, ?>> members = map.entrySet().iterator();
      while (members.hasNext()) {
        Map.Entry<?, ?> member = members.next();
        line(depth + 1);
        Json.quote(String.valueOf(member.getKey()), out);
        out.append(": ");
        append(member.getValue(), depth + 1);
        out.append(members.hasNext() ? "," : "");
      }
      line(depth);
      out.append('}');
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      out.append('[');
      Iterator<?> items = list.iterator();
      while (items.hasNext()) {
        line(depth + 1);
        append(items.next(), depth + 1);
        out.append(items.hasNext() ? "," : "");
      }
      line(depth);
      out.append(']');
    } else {
      Json.write(value, out);
    }
  }

  private void line(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }
}
