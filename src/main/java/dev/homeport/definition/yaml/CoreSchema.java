package dev.homeport.definition.yaml;

import dev.homeport.definition.yaml.YamlScalar.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What YAML 1.2's core schema (10.3.2) makes of a plain scalar, and what is wrong with it. Only
 * numbers as JSON spells them and the lower-case words are accepted; what YAML would change
 * silently is to be put in quotes.
 *
 * @param kind the type
 * @param text the text to go on with; of a number as it was written
 * @param mistake what is wrong, or null
 * @param hint what to write instead, or null
 */
record CoreSchema(Kind kind, String text, @Nullable String mistake, @Nullable String hint) {

  /** Longer numbers are identifiers, not quantities. */
  private static final int LONGEST_NUMBER = 1_000;

  private static final Pattern YAML_NUMBER =
      Pattern.compile(
          "[-+]?(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?"
              + "|0o[0-7]++|0x[0-9a-fA-F]++"
              + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

  /** Resolves a plain scalar that carries no tag. */
  static CoreSchema resolve(String text) {
    return switch (text) {
      case "" -> of(Kind.EMPTY, text);
      case "null", "~" -> of(Kind.NULL, text);
      case "true", "false" -> of(Kind.BOOLEAN, text);
      case "Null", "NULL" -> word(Kind.NULL, "null", text);
      case "True", "TRUE" -> word(Kind.BOOLEAN, "true", text);
      case "False", "FALSE" -> word(Kind.BOOLEAN, "false", text);
      default -> mayBeNumber(text.charAt(0)) ? number(text) : of(Kind.TEXT, text);
    };
  }

  private static CoreSchema of(Kind kind, String text) {
    return new CoreSchema(kind, text, null, null);
  }

  private static CoreSchema word(Kind kind, String meaning, String written) {
    return new CoreSchema(
        kind,
        meaning,
        "'" + written + "' without quotes means " + meaning + " in YAML",
        "write " + meaning + ", or for the text put quotes: '" + written + "'");
  }

  private static boolean mayBeNumber(char first) {
    return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
  }

  private static CoreSchema number(String text) {
    JsonNumber json = JsonNumber.of(text);
    if (json == null) {
      return YAML_NUMBER.matcher(text).matches()
          ? quotes(text, "is a number that is not spelled as JSON spells it")
          : of(Kind.TEXT, text);
    }
    if (text.length() > LONGEST_NUMBER) {
      return quotes(text, "is a number of " + text.length() + " digits");
    }
    if (json.hasExponent() && isOutOfRange(text)) {
      return quotes(text, "is a number that is too large or too small");
    }
    return of(json.hasExponent() || json.hasFraction() ? Kind.DECIMAL : Kind.INTEGER, text);
  }

  /** Whether a double, which most readers of JSON use, would be infinite or zero instead. */
  private static boolean isOutOfRange(String text) {
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      return true;
    }
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    return value == 0 && text.substring(0, exponent).chars().anyMatch(c -> c >= '1' && c <= '9');
  }

  private static CoreSchema quotes(String text, String mistake) {
    String shown = Shown.value(text);
    return new CoreSchema(
        Kind.TEXT, text, "'" + shown + "' " + mistake, "put quotes: '" + shown + "'");
  }
}
