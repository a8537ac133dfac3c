package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.engine.answer.ResponsePlan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a case does when it holds: send a response, let a WebSocket in, react to a message.
 */
interface PlanReader {

  /**
   * Reports the keys of one mapping that are none of these.
   *
   * @param others further keys that the mapping may have; they are read elsewhere
   * @param where the mapping's name in messages
   */
  void checkKeys(YamlMapping mapping, Set<String> others, String where);

  /** What the shortest case of all does, for advice: {@code {} is an empty 200}. */
  String shortest();

  /**
   * Reads one; keys that are none of these are passed over.
   *
   * @param mappings the layers, the most general first; see {@link ResponseLayers}
   * @return the plan, or null when a problem was reported
   */
  @Nullable ResponsePlan read(List<YamlMapping> mappings);
}
