package dev.homeport.engine.json;

import dev.homeport.diagnostic.SyntaxException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a schema may use besides itself. A schema never reaches for anything else. */
public interface SchemaSurroundings {

  /**
   * Another schema that is named by {@code $ref}.
   *
   * @param path relative to the folder, never leading out of it: {@code schemas/item.json}
   * @return null when it is not there or is not JSON
   */
  @Nullable JsonNode file(String path);

  /**
   * Compiles the expression of {@code pattern} or {@code patternProperties}; it is found anywhere
   * in a text.
   */
  Predicate<String> pattern(String expression) throws SyntaxException;
}
