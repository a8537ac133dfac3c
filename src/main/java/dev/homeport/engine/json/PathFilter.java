package dev.homeport.engine.json;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.Filter;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.Predicate;
import com.jayway.jsonpath.spi.json.Jackson3JsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.Jackson3MappingProvider;
import dev.homeport.diagnostic.SyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The condition inside {@code [?(…)]}. The json-path library is loaded by the first one. Immutable,
 * safe to share; equal when written alike.
 */
final class PathFilter {

  /** Explicit, because the library's defaults are global and look for other JSON libraries. */
  private static final Configuration CONFIGURATION =
      Configuration.builder()
          .jsonProvider(new Jackson3JsonNodeJsonProvider(Json.mapper()))
          .mappingProvider(new Jackson3MappingProvider(Json.mapper()))
          .options(Option.SUPPRESS_EXCEPTIONS)
          .build();

  private final String text;
  private final Filter filter;

  private PathFilter(String text, Filter filter) {
    this.text = text;
    this.filter = filter;
  }

  /**
   * Compiles a condition.
   *
   * @param text without the brackets, {@code ?} and outer parentheses
   * @throws SyntaxException with offset 0; the caller knows where the text stands
   */
  static PathFilter compile(String text) throws SyntaxException {
    try {
      return new PathFilter(text, Filter.parse("[?(" + text + ")]"));
    } catch (JsonPathException | IllegalArgumentException e) {
      throw new SyntaxException(
          "'" + text + "' is not a JSONPath filter",
          "write a comparison: [?(@.price < 10)], or a test for presence: [?(@.price)]");
    }
  }

  boolean holds(JsonNode item, JsonNode root) {
    try {
      return filter.apply(new Candidate(item, root));
    } catch (RuntimeException e) { // a comparison that this item's types do not allow
      return false;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathFilter that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private record Candidate(JsonNode item, JsonNode root) implements Predicate.PredicateContext {

    @Override
    public <T> T item(Class<T> type) {
      return CONFIGURATION.mappingProvider().map(item, type, CONFIGURATION);
    }

    @Override
    public Configuration configuration() {
      return CONFIGURATION;
    }
  }
}
