package dev.homeport.engine.json;

import dev.homeport.diagnostic.SyntaxException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A compiled JSONPath. Immutable, safe to share. */
public final class JsonPath {

  private JsonPath() {}

  /**
   * Compiles a path.
   *
   * @param text begins with {@code $}
   * @throws SyntaxException when it is not a JSONPath; checked more strictly than the library does
   */
  public static JsonPath compile(String text) throws SyntaxException {
    throw new AssertionError("skeleton");
  }

  /**
   * Everything the path finds, in document order; empty when nothing. A JSON null that is there is
   * found.
   */
  public List<JsonNode> read(JsonNode document) {
    throw new AssertionError("skeleton");
  }
}
