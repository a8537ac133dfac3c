package dev.homeport.engine.template;

import dev.homeport.engine.json.Json;
import org.jspecify.annotations.Nullable;

/** How a value is escaped, by where the text goes; {@code {{{x}}}} never is. */
public enum Escaping {
  /** Not at all: text, header values, operands. */
  NONE {
    @Override
    String escape(@Nullable Object value) {
      return Values.text(value);
    }
  },

  /**
   * Inside a JSON document that is written as text (a templated {@code .json} file): strings
   * escaped, lists and objects as JSON.
   */
  JSON {
    @Override
    String escape(@Nullable Object value) {
      if (!(value instanceof String text)) {
        return Values.text(value);
      }
      StringBuilder quoted = new StringBuilder(text.length() + 2);
      Json.quote(text, quoted);
      return quoted.substring(1, quoted.length() - 1);
    }
  },

  HTML {
    @Override
    String escape(@Nullable Object value) {
      return markup(Values.text(value), false);
    }
  },

  /** As HTML; characters that XML 1.0 does not allow become U+FFFD. */
  XML {
    @Override
    String escape(@Nullable Object value) {
      return markup(Values.text(value), true);
    }
  };

  /** The text of a value, escaped. */
  abstract String escape(@Nullable Object value);

  private static String markup(String text, boolean xml) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String escaped = markup(c, xml);
      if (escaped != null && out == null) {
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (out != null) {
        if (escaped == null) {
          out.append(c);
        } else {
          out.append(escaped);
        }
      }
    }
    return out == null ? text : out.toString();
  }

  private static @Nullable String markup(char c, boolean xml) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      case '\t', '\n', '\r' -> null;
      case '\uFFFE', '\uFFFF' -> xml ? "\uFFFD" : null;
      default -> xml && c < ' ' ? "\uFFFD" : null;
    };
  }
}
