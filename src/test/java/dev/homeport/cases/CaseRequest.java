package dev.homeport.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.json.Json;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A request of a case: {@code GET /path}, or a mapping with headers and a body. */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
record CaseRequest(String method, String target, List<Field> headers, byte[] body) {

  private static final Set<String> KEYS = Set.of("headers", "json", "text", "form", "base64");

  static CaseRequest of(Object value) {
    if (value instanceof String line) {
      int space = line.indexOf(' ');
      return new CaseRequest(
          line.substring(0, space), line.substring(space + 1), List.of(), new byte[0]);
    }
    Map<String, Object> map = CaseFile.mapping(value, "a request");
    String method =
        map.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().orElseThrow();
    String target = String.valueOf(map.remove(method));
    CaseFile.known(map, KEYS, "a request");
    List<Field> headers = new ArrayList<>();
    CaseFile.mapping(map.getOrDefault("headers", Map.of()), "headers")
        .forEach((name, each) -> header(name, each, headers));
    return new CaseRequest(method, target, headers, body(map, headers));
  }

  private static void header(String name, Object value, List<Field> headers) {
    if (value instanceof List<?> list) {
      list.forEach(each -> headers.add(new Field(name, String.valueOf(each))));
    } else {
      headers.add(new Field(name, String.valueOf(value)));
    }
  }

  private static byte[] body(Map<String, Object> map, List<Field> headers) {
    if (map.containsKey("json")) {
      type("application/json", headers);
      return Json.write(map.get("json")).getBytes(UTF_8);
    }
    if (map.containsKey("form")) {
      type("application/x-www-form-urlencoded", headers);
      StringBuilder form = new StringBuilder();
      CaseFile.mapping(map.get("form"), "form")
          .forEach(
              (name, value) ->
                  form.append(form.isEmpty() ? "" : "&")
                      .append(URLEncoder.encode(name, UTF_8))
                      .append('=')
                      .append(URLEncoder.encode(String.valueOf(value), UTF_8)));
      return form.toString().getBytes(UTF_8);
    }
    if (map.containsKey("base64")) {
      return CaseFile.bytes(map);
    }
    return map.containsKey("text") ? String.valueOf(map.get("text")).getBytes(UTF_8) : new byte[0];
  }

  private static void type(String type, List<Field> headers) {
    if (headers.stream().noneMatch(field -> field.name().equalsIgnoreCase("Content-Type"))) {
      headers.add(new Field("Content-Type", type));
    }
  }
}
