package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.engine.answer.ResponsePlan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a response: status, headers, cookies, a body, delay, vars, name. */
final class ResponseReader {

  /** Every key of a response that works today. */
  static final Set<String> KEYS = Set.of();

  private final Reading reading;

  ResponseReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * Reads one response.
   *
   * @param layers the mappings that make up the response, the most general first (the folder's
   *     {@code defaults}, the file's, the keys beside a {@code sequence}, its own); a later layer
   *     replaces keys, its headers one by one, any body the earlier body
   * @param own the keys that the caller reads itself and that are to be passed over here
   * @return the plan, or null when a problem was reported that leaves none
   */
  @Nullable ResponsePlan read(List<YamlMapping> layers, Set<String> own) {
    throw new AssertionError("skeleton " + reading);
  }
}
