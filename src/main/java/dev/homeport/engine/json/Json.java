package dev.homeport.engine.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads and writes JSON (RFC 8259). Numbers are exact decimals, written as they were spelled.
 * Stateless.
 */
public final class Json {

  /** Deepest nesting that is read. */
  public static final int MAX_DEPTH = 500;

  private Json() {}

  /**
   * The tree, or null when the bytes are empty or not exactly one JSON value; never an exception.
   */
  public static @Nullable JsonNode parse(byte[] utf8) {
    throw new AssertionError("skeleton");
  }

  /** As {@link #parse(byte[])} for text. */
  public static @Nullable JsonNode parse(String text) {
    throw new AssertionError("skeleton");
  }

  /**
   * A tree as plain values: Map (in order), List, String, BigDecimal or Long, Boolean, null. The
   * result may be unmodifiable.
   */
  public static @Nullable Object toJava(JsonNode node) {
    throw new AssertionError("skeleton");
  }

  /**
   * Plain values (also Number of any kind, Iterable, arrays of Object) as a tree; anything else as
   * its text.
   */
  public static JsonNode toNode(@Nullable Object value) {
    throw new AssertionError("skeleton");
  }

  /** Compact JSON text of a plain value or a tree. */
  public static String write(@Nullable Object value) {
    throw new AssertionError("skeleton");
  }

  /** Appends plain values or a tree as compact JSON. */
  public static void write(@Nullable Object value, StringBuilder out) {
    throw new AssertionError("skeleton");
  }

  /** Appends a JSON string literal, quotes included. */
  public static void quote(String text, StringBuilder out) {
    throw new AssertionError("skeleton");
  }

  /**
   * A number in plain notation without exponent: {@code 1.0E10} → {@code 10000000000}; huge
   * exponents stay scientific.
   */
  public static String plain(Number number) {
    throw new AssertionError("skeleton");
  }
}
