package dev.homeport.engine.crud;

import dev.homeport.engine.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON merge patch (RFC 7396): {@code null} takes a member away, objects are merged. */
final class MergePatch {

  private MergePatch() {}

  /** An object with a patch applied, which must be an object, too; the members are not changed. */
  static Map<String, @Nullable Object> merged(Map<?, ?> members, JsonNode patch) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>();
    members.forEach((name, member) -> merged.put(String.valueOf(name), member));
    for (Map.Entry<String, JsonNode> change : patch.properties()) {
      if (change.getValue().isNull()) {
        merged.remove(change.getKey());
      } else {
        merged.put(change.getKey(), apply(merged.get(change.getKey()), change.getValue()));
      }
    }
    return merged;
  }

  /** The value with the patch applied; the value itself is not changed. */
  static @Nullable Object apply(@Nullable Object target, JsonNode patch) {
    if (!patch.isObject()) {
      return Json.toJava(patch);
    }
    return merged(target instanceof Map<?, ?> members ? members : Map.of(), patch);
  }
}
