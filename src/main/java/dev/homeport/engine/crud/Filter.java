package dev.homeport.engine.crud;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataRecord;
import dev.homeport.engine.regex.TextPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a query wants of a field: {@code done=false}, {@code author.name=Ada}, {@code views_gte=10}.
 * Of several values of one name one must hold, of {@code ne} all. Immutable.
 *
 * @param patterns of {@code like}, one a value; else empty
 */
record Filter(String field, Operator operator, List<String> values, List<TextPattern> patterns) {

  private static final int LONGEST_PATTERN = 1_000;

  /**
   * Reads one parameter.
   *
   * @throws RefusedException for an operator or an expression that is none
   */
  static Filter of(String name, List<String> values, DataCollection all) throws RefusedException {
    if (isField(name, all)) {
      return new Filter(name, Operator.EQ, values, List.of());
    }
    int colon = name.lastIndexOf(':');
    if (colon > 0) {
      Operator operator = Operator.of(name.substring(colon + 1));
      if (operator == null) {
        throw unknown(name, colon);
      }
      return of(name.substring(0, colon), operator, name, values);
    }
    Operator operator = Operator.endOf(name);
    return operator == null
        ? new Filter(name, Operator.EQ, values, List.of())
        : of(name.substring(0, name.length() - operator.suffix().length()), operator, name, values);
  }

  private static Filter of(String field, Operator operator, String name, List<String> values)
      throws RefusedException {
    List<TextPattern> patterns = new ArrayList<>();
    if (operator == Operator.LIKE) {
      for (String value : values) {
        patterns.add(pattern(name, value));
      }
    }
    return new Filter(field, operator, values, patterns);
  }

  private static TextPattern pattern(String name, String value) throws RefusedException {
    try {
      TextPattern pattern =
          value.length() > LONGEST_PATTERN ? null : TextPattern.compile(value, true);
      if (pattern == null || !pattern.isLinear()) {
        throw ListQuery.bad(
            name, value, "a regular expression of RE2 (no lookahead, no back reference)");
      }
      return pattern;
    } catch (SyntaxException e) {
      throw ListQuery.bad(name, value, "a regular expression: " + e.getMessage());
    }
  }

  private static RefusedException unknown(String name, int colon) {
    List<String> known = Arrays.stream(Operator.values()).map(Operator::word).toList();
    String word = name.substring(colon + 1);
    String near = Suggestion.nearest(word, known);
    return ListQuery.refused(
        "The query has the operator "
            + Resource.shown(word)
            + " in "
            + Resource.shown(name)
            + (near == null
                ? "; there are " + String.join(", ", known)
                : " (did you mean '" + near + "'?)"));
  }

  /** Whether some record has such a field. */
  static boolean isField(String name, DataCollection all) {
    for (DataRecord record : all.records()) {
      if (record.has(name)) {
        return true;
      }
    }
    return false;
  }

  boolean fits(DataRecord record) {
    Object field = record.field(field());
    boolean isThere = field != null || record.has(field());
    if (!isThere) {
      return operator == Operator.NE;
    } else if (operator == Operator.LIKE) {
      return patterns.stream().anyMatch(pattern -> isLike(field, pattern));
    }
    return operator == Operator.NE
        ? values.stream().allMatch(value -> operator.holds(field, value))
        : values.stream().anyMatch(value -> operator.holds(field, value));
  }

  private static boolean isLike(@Nullable Object field, TextPattern pattern) {
    if (field instanceof List<?> items) {
      return items.stream().anyMatch(item -> isLike(item, pattern));
    }
    return field != null && !(field instanceof Map) && pattern.find(field.toString()) != null;
  }
}
