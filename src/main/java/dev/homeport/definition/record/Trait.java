package dev.homeport.definition.record;

import java.util.List;
import java.util.Map;

/**
 * Something that requests to one route may differ in, and a condition can ask for.
 *
 * @param kind where it is found
 * @param name of the variable, parameter, field or member; empty for the whole body
 */
record Trait(Kind kind, String name) {

  /** Where a trait is found, and by which key of {@code when} it is asked for. */
  enum Kind {
    PATH("path", 0),
    QUERY("query", 1),
    FORM("form", 2),
    JSON("json", 3),
    WHOLE_JSON("equalsJson", 4),
    TEXT("text", 5);

    private final String condition;
    private final int rank;

    Kind(String condition, int rank) {
      this.condition = condition;
      this.rank = rank;
    }

    String condition() {
      return condition;
    }
  }

  /** The value null of JSON: that a trait is not there is something else. */
  enum JsonNull {
    NULL
  }

  /** Parameters that only keep a cache from answering. */
  private static final List<String> NOISE =
      List.of("_", "t", "ts", "timestamp", "cb", "nocache", "nonce", "rand", "random", "v");

  /**
   * How gladly a person would ask for it, the most gladly first: what leads to a resource before
   * what filters it, a single value before a whole list.
   */
  int rank(Object value) {
    boolean isNoise = kind == Kind.QUERY && NOISE.contains(name);
    boolean isStructure = kind == Kind.JSON && (value instanceof Map || value instanceof List);
    return isNoise ? 20 : kind.rank + (isStructure ? 10 : 0);
  }
}
