package dev.homeport.engine.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes JSON (RFC 8259). Numbers are exact decimals, written as they were spelled, but
 * without an exponent where that stays short. Of a member that occurs twice the last one counts.
 * Stateless.
 */
public final class Json {

  /** Deepest nesting that is read. */
  public static final int MAX_DEPTH = 500;

  /** Zeros that are written out to avoid an exponent. */
  private static final int MAX_ZEROS = 100;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Made when first used: it brings some 400 classes along, which constant mocks never need. */
  private static final class Parser {

    static final JsonMapper MAPPER =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
  }

  private Json() {}

  /**
   * The tree, or null when the bytes are empty or not exactly one JSON value (nesting deeper than
   * {@link #MAX_DEPTH} or a number of more than 1,000 digits is none); never an exception. A byte
   * order mark is passed over.
   */
  public static @Nullable JsonNode parse(byte[] utf8) {
    try {
      return orNull(Parser.MAPPER.readTree(utf8));
    } catch (RuntimeException e) { // not JSON: the parser has several exceptions to say so
      return null;
    }
  }

  /** As {@link #parse(byte[])} for text. */
  public static @Nullable JsonNode parse(String text) {
    try {
      return orNull(
          Parser.MAPPER.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
    } catch (RuntimeException e) {
      return null;
    }
  }

  /**
   * Why bytes are no JSON, in words after a place: {@code line 2, column 7: unexpected character
   * ('}' …}; the empty text when they are.
   */
  public static String mistake(byte[] utf8) {
    try {
      Parser.MAPPER.readTree(utf8);
      return "";
    } catch (JacksonException e) {
      String said =
          String.valueOf(e.getOriginalMessage())
              .replaceFirst(" \\(start marker .*|, from `.*?`", "");
      TokenStreamLocation at = e.getLocation();
      String what = said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
      return at == null
          ? what
          : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + what;
    }
  }

  private static @Nullable JsonNode orNull(JsonNode node) {
    return node.isMissingNode() ? null : node;
  }

  static JsonMapper mapper() {
    return Parser.MAPPER;
  }

  /**
   * A tree as plain values: Map (in order), List, String, BigDecimal or Long, Boolean, null. The
   * result may be unmodifiable.
   */
  public static @Nullable Object toJava(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
          members.put(member.getKey(), toJava(member.getValue()));
        }
        yield members;
      }
      case ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>(node.size());
        for (JsonNode item : node) {
          items.add(toJava(item));
        }
        yield items;
      }
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? (Object) node.longValue()
              : node.decimalValue();
      case NULL, MISSING -> null;
      case BINARY, POJO -> node.asString();
    };
  }

  /**
   * Plain values (also Number of any kind, Iterable, arrays of Object) as a tree; what is no number
   * ({@code NaN}) is null, anything else its text.
   */
  public static JsonNode toNode(@Nullable Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value == null) {
      return nodes.nullNode();
    } else if (value instanceof JsonNode node) {
      return node;
    } else if (value instanceof Boolean flag) {
      return nodes.booleanNode(flag);
    } else if (value instanceof Number number) {
      return numberNode(number);
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode object = nodes.objectNode();
      map.forEach((name, member) -> object.set(String.valueOf(name), toNode(member)));
      return object;
    } else if (value instanceof Iterable<?> items) {
      ArrayNode array = nodes.arrayNode();
      items.forEach(item -> array.add(toNode(item)));
      return array;
    } else if (value instanceof Object[] items) {
      ArrayNode array = nodes.arrayNode(items.length);
      for (Object item : items) {
        array.add(toNode(item));
      }
      return array;
    }
    return nodes.stringNode(value.toString());
  }

  private static JsonNode numberNode(Number number) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      long exact = number.longValue(); // as the parser does: trees of the same text are equal
      return exact == (int) exact ? nodes.numberNode((int) exact) : nodes.numberNode(exact);
    }
    BigDecimal decimal = decimal(number);
    return decimal == null ? nodes.nullNode() : nodes.numberNode(decimal);
  }

  /** The exact value of a number of any kind, or null when it is none ({@code NaN}, infinity). */
  public static @Nullable BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    } else if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    } else if (number instanceof Double || number instanceof Float) {
      return Double.isFinite(number.doubleValue()) ? new BigDecimal(number.toString()) : null;
    } else if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return BigDecimal.valueOf(number.longValue());
    }
    try {
      return new BigDecimal(number.toString());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Compact JSON text of a plain value or a tree. */
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /** Appends plain values or a tree as compact JSON. */
  public static void write(@Nullable Object value, StringBuilder out) {
    JsonWriter.write(value, out);
  }

  /**
   * Appends a JSON string literal, quotes included. Half a surrogate pair is written as an escape,
   * so that it survives UTF-8.
   */
  public static void quote(String text, StringBuilder out) {
    JsonWriter.quote(text, out);
  }

  /**
   * A number in plain notation without exponent: {@code 1.0E10} → {@code 10000000000}; beyond 100
   * added zeros it stays scientific.
   */
  public static String plain(Number number) {
    BigDecimal decimal = decimal(number);
    if (decimal == null) {
      return number.toString();
    }
    int scale = decimal.scale();
    long zeros = scale < 0 ? -(long) scale : (long) scale - decimal.precision();
    return zeros > MAX_ZEROS ? decimal.toString() : decimal.toPlainString();
  }
}
