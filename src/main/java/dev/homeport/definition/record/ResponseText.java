package dev.homeport.definition.record;

import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.MediaType;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.template.TemplateCompiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers as the keys of a response. Immutable; the files are added to.
 *
 * @param defaults what the file says for all of its routes
 * @param files takes bodies that do not stand in the mock file
 */
record ResponseText(Set<Field> defaults, BodyFiles files) {

  private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,8}");

  ResponseText {
    defaults = Set.copyOf(defaults);
  }

  /**
   * The keys of one response, in the order of the documentation; none for an empty 200.
   *
   * @param path of its file below the folder, if it needs one
   */
  Map<String, @Nullable Object> of(RecordedAnswer answer, String path) {
    BodyForm form = BodyForm.of(answer, path);
    Map<String, @Nullable Object> keys = head(answer, form);
    if (form instanceof BodyForm.JsonValue json) {
      putTemplate(Json.write(json.value()), keys);
      keys.put("json", json.value());
    } else if (form instanceof BodyForm.Text text) {
      putTemplate(text.text(), keys);
      keys.put(text.key(), text.text());
    } else if (form instanceof BodyForm.InFile file) {
      keys.put("file", files.add(path, file.ending(), answer.body()));
    }
    return keys;
  }

  private static void putTemplate(String body, Map<String, @Nullable Object> keys) {
    if (TemplateCompiler.isTemplate(body)) {
      keys.put("template", false);
    }
  }

  /** Status and headers. */
  Map<String, @Nullable Object> head(RecordedAnswer answer, BodyForm form) {
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    if (answer.status() != 200) {
      keys.put("status", answer.status());
    }
    Map<String, Object> headers = headers(fields(answer, form));
    if (!headers.isEmpty()) {
      keys.put("headers", headers);
    }
    return keys;
  }

  private List<Field> fields(RecordedAnswer answer, BodyForm form) {
    List<Field> fields = written(answer, form);
    fields.removeAll(defaults);
    return fields;
  }

  /** The headers that a mock file must say, whatever its defaults. */
  static List<Field> written(RecordedAnswer answer, BodyForm form) {
    List<Field> fields = new ArrayList<>();
    String type = answer.contentType();
    if (type != null && answer.hasBody() && !isSaid(type, form.contentType())) {
      fields.add(new Field("Content-Type", type));
    }
    boolean isFile = form instanceof BodyForm.InFile;
    for (Field field : answer.fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      boolean isValidator = name.equals("etag") || name.equals("last-modified");
      if (!(isFile && isValidator)) {
        fields.add(field);
      }
    }
    return fields;
  }

  /** Whether a client understands the same: JSON is UTF-8 always, and so is what Homeport sends. */
  private static boolean isSaid(String came, @Nullable String said) {
    if (said == null) {
      return false;
    }
    MediaType type = MediaType.parse(came);
    String charset = type.parameters().getOrDefault("charset", "utf-8");
    return type.essence().equals(MediaType.parse(said).essence())
        && type.parameters().size() <= (type.parameter("charset") == null ? 0 : 1)
        && charset.equalsIgnoreCase("utf-8");
  }

  /** A value, or a list for a repeated header; what no template can say is left out. */
  static Map<String, Object> headers(List<Field> fields) {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    for (Field field : fields) {
      String value = TemplateCompiler.literal(field.value());
      if (value != null) {
        String name = nameIn(values, field.name());
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(plain(value));
      }
    }
    Map<String, Object> headers = new LinkedHashMap<>();
    values.forEach((name, all) -> headers.put(name, all.size() == 1 ? all.get(0) : all));
    return headers;
  }

  private static String nameIn(Map<String, ?> names, String name) {
    return names.keySet().stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
  }

  /** Digits that YAML does not change are written without quotes. */
  static Object plain(String text) {
    return INTEGER.matcher(text).matches() ? (Object) Long.valueOf(text) : text;
  }
}
