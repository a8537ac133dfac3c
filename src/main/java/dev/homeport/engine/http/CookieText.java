package dev.homeport.engine.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads Cookie fields (RFC 6265, 5.4). */
final class CookieText {

  private CookieText() {}

  /** Pairs of all fields in order; values verbatim, quotes included, as servers get them. */
  static NamedValues parse(List<String> fields) {
    if (fields.isEmpty()) {
      return NamedValues.none();
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String field : fields) {
      for (String pair : field.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          String name = pair.substring(0, equals).strip();
          String value = pair.substring(equals + 1).strip();
          values.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
        }
      }
    }
    return NamedValues.of(values);
  }
}
