package dev.homeport.engine.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code name=value&…} (URL Standard, "application/x-www-form-urlencoded parsing"). */
final class FormText {

  private FormText() {}

  /**
   * Pairs in order; {@code a} and {@code a=} both have the empty value; empty pairs are passed
   * over.
   */
  static NamedValues parse(String text) {
    if (text.isEmpty()) {
      return NamedValues.none();
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    int start = 0;
    while (start <= text.length()) {
      int ampersand = text.indexOf('&', start);
      int end = ampersand < 0 ? text.length() : ampersand;
      if (end > start) {
        pair(text.substring(start, end), values);
      }
      start = end + 1;
    }
    return NamedValues.of(values);
  }

  private static void pair(String pair, Map<String, List<String>> values) {
    int equals = pair.indexOf('=');
    String name = PercentDecoder.form(equals < 0 ? pair : pair.substring(0, equals));
    String value = equals < 0 ? "" : PercentDecoder.form(pair.substring(equals + 1));
    values.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
  }
}
