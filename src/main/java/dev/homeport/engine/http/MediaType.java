package dev.homeport.engine.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Content-Type, or another value with parameters such as Content-Disposition (RFC 9110, 5.6.6 and
 * 8.3.1).
 *
 * @param essence what stands before the parameters, in lower case: {@code text/plain}
 * @param parameters by name in lower case, quotes removed; of a name that is repeated the first
 */
public record MediaType(String essence, Map<String, String> parameters) {

  public MediaType {
    parameters = Map.copyOf(parameters);
  }

  /** Takes a value apart; never fails, a parameter that is none is passed over. */
  public static MediaType parse(String value) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int semicolon = value.indexOf(';');
    String essence = semicolon < 0 ? value : value.substring(0, semicolon);
    int at = semicolon;
    while (at >= 0 && at < value.length()) {
      at = parameter(value, at + 1, parameters);
    }
    return new MediaType(essence.strip().toLowerCase(Locale.ROOT), parameters);
  }

  /** The charset that is named, UTF-8 when none is or it is unknown. */
  public Charset charset() {
    String name = parameters.get("charset");
    if (name == null) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /** A parameter's value, or null. */
  public @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  /** Reads one parameter and returns where the semicolon after it stands, or the end. */
  private static int parameter(String value, int start, Map<String, String> parameters) {
    int equals = value.indexOf('=', start);
    int semicolon = value.indexOf(';', start);
    if (equals < 0 || (semicolon >= 0 && semicolon < equals)) {
      return semicolon;
    }
    String name = value.substring(start, equals).strip().toLowerCase(Locale.ROOT);
    int at = equals + 1;
    while (at < value.length() && value.charAt(at) == ' ') {
      at++;
    }
    StringBuilder text = new StringBuilder();
    if (at < value.length() && value.charAt(at) == '"') {
      at = quoted(value, at + 1, text);
      semicolon = value.indexOf(';', at);
    } else {
      text.append(value, at, semicolon < 0 ? value.length() : semicolon);
    }
    parameters.putIfAbsent(name, text.toString().strip());
    return semicolon;
  }

  private static int quoted(String value, int start, StringBuilder text) {
    int at = start;
    while (at < value.length() && value.charAt(at) != '"') {
      // Browsers send a backslash in a file name as it is: only an escaped quote or backslash is
      // one.
      boolean escape = value.charAt(at) == '\\' && at + 1 < value.length();
      if (escape && (value.charAt(at + 1) == '"' || value.charAt(at + 1) == '\\')) {
        at++;
      }
      text.append(value.charAt(at++));
    }
    return Math.min(at + 1, value.length());
  }
}
