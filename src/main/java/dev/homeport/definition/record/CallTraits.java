package dev.homeport.definition.record;

import dev.homeport.definition.record.Trait.Kind;
import dev.homeport.engine.http.NamedValues;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.template.TemplateCompiler;
import dev.homeport.engine.yaml.YamlFlow;
import dev.homeport.engine.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one request says, as far as a condition can be written about it: no secrets, nothing binary,
 * nothing endless. Requests that say the same are the same request, asked again. Stateless.
 */
final class CallTraits {

  private static final int MOST_MEMBERS = 30;
  private static final int LONGEST_TEXT = 500;
  private static final int LARGEST_BODY = 4096;

  /** A member that JSONPath finds without a bracket. */
  private static final Pattern MEMBER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Secrets secrets;
  private final Map<Trait, Object> traits = new LinkedHashMap<>();

  private CallTraits(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * The values of the traits: text, a list of texts when repeated, or a plain value of JSON.
   *
   * @param names of the path's variables
   */
  static Map<Trait, Object> of(
      Request request, PathShape path, List<String> names, Secrets secrets) {
    CallTraits reading = new CallTraits(secrets);
    for (int i = 0; i < names.size(); i++) {
      reading.traits.put(new Trait(Kind.PATH, names.get(i)), path.values().get(i));
    }
    reading.named(Kind.QUERY, request.query());
    reading.body(request);
    return reading.traits;
  }

  private void named(Kind kind, NamedValues values) {
    for (String name : values.names()) {
      List<String> all = values.all(name);
      boolean isWritable = isName(name) && all.stream().allMatch(CallTraits::isText);
      if (isWritable && !secrets.isSecret(name)) {
        traits.put(new Trait(kind, name), all.size() == 1 ? all.get(0) : all);
      }
    }
  }

  private void body(Request request) {
    int length = request.body().length;
    if (length == 0 || length > LARGEST_BODY) {
      return;
    } else if ("application/x-www-form-urlencoded".equals(request.mediaType())) {
      named(Kind.FORM, request.form());
      return;
    }
    JsonNode json = request.json();
    if (json != null) {
      json(Json.toJava(json));
    } else if (request.parts().isEmpty() && isText(request.text())) {
      traits.put(new Trait(Kind.TEXT, ""), request.text());
    }
  }

  private void json(@Nullable Object value) {
    if (value instanceof Map<?, ?> map && haveNames(map)) {
      map.forEach((name, member) -> member((String) name, member));
    } else {
      put(new Trait(Kind.WHOLE_JSON, ""), value);
    }
  }

  private static boolean haveNames(Map<?, ?> map) {
    return map.size() <= MOST_MEMBERS
        && map.keySet().stream().allMatch(name -> MEMBER.matcher((String) name).matches());
  }

  private void member(String name, @Nullable Object value) {
    if (!secrets.isSecret(name)) {
      put(new Trait(Kind.JSON, name), value);
    }
  }

  private void put(Trait trait, @Nullable Object value) {
    if (isWritable(value)) {
      traits.put(trait, value == null ? Trait.JsonNull.NULL : value);
    }
  }

  private static boolean isWritable(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .allMatch(member -> isName((String) member.getKey()) && isWritable(member.getValue()));
    } else if (value instanceof List<?> list) {
      return list.stream().allMatch(CallTraits::isWritable);
    } else if (value instanceof Number number) {
      return YamlFlow.number(number) != null;
    }
    return !(value instanceof String text) || isText(text);
  }

  /** Names are no templates. */
  private static boolean isName(String name) {
    return !TemplateCompiler.isTemplate(name) && isText(name);
  }

  /** Whether a mock file can hold the text as an operand, which is a template. */
  private static boolean isText(String text) {
    return text.length() <= LONGEST_TEXT
        && YamlText.isWhole(text)
        && TemplateCompiler.literal(text) != null;
  }
}
