package dev.homeport.engine.explain;

import dev.homeport.engine.json.Json;
import dev.homeport.engine.template.TemplateCompiler;
import dev.homeport.engine.yaml.YamlFlow;
import dev.homeport.engine.yaml.YamlText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes texts and JSON as a condition of a mock file spells them inside of braces, so that the
 * loader reads the same: quoted where YAML, escaped where a template would take them for something
 * else. Stateless.
 */
final class FlowText {

  private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,8}");

  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_JSON = 2000;
  private static final int DEEPEST = 20;

  private static final YamlFlow.Spelling SPELLING =
      new YamlFlow.Spelling() {
        @Override
        public @Nullable String name(String name) {
          return FlowText.name(name);
        }

        @Override
        public @Nullable String text(String text) {
          return anyText(text);
        }
      };

  private FlowText() {}

  /** The name of a member; null when it cannot be written, or not in short. */
  static @Nullable String name(String name) {
    boolean isWritable =
        name.length() <= LONGEST_TEXT && !name.contains("{{") && YamlText.isWhole(name);
    return isWritable ? YamlText.line(name) : null;
  }

  /** A text that a text is compared with; null when it cannot be written, or not in short. */
  static @Nullable String text(String text) {
    if (text.length() > LONGEST_TEXT) {
      return null;
    }
    return INTEGER.matcher(text).matches() ? text : anyText(text);
  }

  private static @Nullable String anyText(String text) {
    String template = YamlText.isWhole(text) ? TemplateCompiler.literal(text) : null;
    return template == null ? null : YamlText.line(template);
  }

  /** A JSON value; null when it cannot be written, or not in short. */
  static @Nullable String json(JsonNode value) {
    return new YamlFlow(SPELLING, LONGEST_JSON, DEEPEST).write(Json.toJava(value));
  }
}
