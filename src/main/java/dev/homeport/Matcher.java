package dev.homeport;

import dev.homeport.engine.json.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value must be: the operators of the mock file language, by their names. Immutable.
 *
 * <pre>{@code
 * post("/charges").json("$.amount", gte(10)).header("X-Trace", present())
 * }</pre>
 */
public final class Matcher {

  private final @Nullable Object plain;

  private Matcher(@Nullable Object plain) {
    this.plain = plain;
  }

  private static Matcher operator(String name, @Nullable Object operand) {
    Map<String, @Nullable Object> operators = new LinkedHashMap<>();
    operators.put(name, operand);
    return new Matcher(operators);
  }

  /**
   * A value of a program as a matcher: a matcher is itself, a list of plain values is all values in
   * this order, a map or record equal JSON, everything else equality.
   */
  static Matcher of(@Nullable Object expected) {
    if (expected instanceof Matcher matcher) {
      return matcher;
    }
    Object value = PlainValue.of(expected);
    return value instanceof List<?> list ? new Matcher(list) : equalTo(value);
  }

  /** Equal, numbers by value; a map, list or record as the whole JSON at that place. */
  public static Matcher equalTo(@Nullable Object expected) {
    Object value = PlainValue.of(expected);
    boolean isTree = value instanceof Map || value instanceof List;
    return operator(isTree ? "equalsJson" : "equals", value);
  }

  /** JSON that has these members and elements, and maybe more, in any order. */
  public static Matcher containsJson(Object expected) {
    return operator("containsJson", PlainValue.of(expected));
  }

  /** A text with this in it. */
  public static Matcher contains(String part) {
    return operator("contains", part);
  }

  /** A text that begins so. */
  public static Matcher startsWith(String beginning) {
    return operator("startsWith", beginning);
  }

  /** A text that ends so. */
  public static Matcher endsWith(String end) {
    return operator("endsWith", end);
  }

  /** A text that as a whole matches a regular expression. */
  public static Matcher matches(String regex) {
    return operator("matches", regex);
  }

  /** Equal to one of these. */
  public static Matcher in(Object... values) {
    return operator("in", PlainValue.of(Arrays.asList(values)));
  }

  /** Greater. */
  public static Matcher gt(Number bound) {
    return operator("gt", bound);
  }

  /** Greater or equal. */
  public static Matcher gte(Number bound) {
    return operator("gte", bound);
  }

  /** Less. */
  public static Matcher lt(Number bound) {
    return operator("lt", bound);
  }

  /** Less or equal. */
  public static Matcher lte(Number bound) {
    return operator("lte", bound);
  }

  /** So many characters, elements or members. */
  public static Matcher length(int length) {
    return operator("length", length);
  }

  /**
   * A JSON type.
   *
   * @param type {@code string}, {@code number}, {@code integer}, {@code boolean}, {@code object},
   *     {@code array} or {@code null}
   */
  public static Matcher is(String type) {
    return operator("is", type);
  }

  /** There, empty or not. */
  public static Matcher present() {
    return new Matcher("present");
  }

  /** Not there; a JSON null is there. */
  public static Matcher absent() {
    return new Matcher("absent");
  }

  /** Not so. */
  public static Matcher not(Object matcherOrValue) {
    return operator("not", of(matcherOrValue).plain);
  }

  /** All of these. */
  public static Matcher allOf(Matcher... matchers) {
    return operator("all", Arrays.stream(matchers).map(each -> each.plain).toList());
  }

  /** At least one of these. */
  public static Matcher anyOf(Matcher... matchers) {
    return operator("any", Arrays.stream(matchers).map(each -> each.plain).toList());
  }

  /**
   * The same, texts compared in any case.
   *
   * @throws IllegalStateException of {@link #present}, {@link #absent} and lists, which have no
   *     case
   */
  public Matcher ignoringCase() {
    if (!(plain instanceof Map<?, ?> operators)) {
      throw new IllegalStateException(this + " has no case to ignore");
    }
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    operators.forEach((name, operand) -> all.put(String.valueOf(name), operand));
    all.put("ignoreCase", true);
    return new Matcher(all);
  }

  @Nullable Object plain() {
    return plain;
  }

  /** As it is written in a mock file, as JSON. */
  @Override
  public String toString() {
    return Json.write(plain);
  }
}
