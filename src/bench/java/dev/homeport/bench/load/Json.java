package dev.homeport.bench.load;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** JSON, in which WireMock and MockServer are told what to answer. */
final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String TYPE = "application/json";

  private Json() {}

  static String of(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** A mappings file of WireMock. */
  static String mappings(Stream<Map<String, ?>> stubs) {
    return of(Map.of("mappings", stubs.toList()));
  }

  /** A stub of WireMock that always answers the same. */
  static Map<String, ?> stub(Map<String, ?> request, String body) {
    Map<String, ?> headers = Map.of("Content-Type", TYPE);
    return Map.of("request", request, "response", Map.of("headers", headers, "body", body));
  }

  /** A stub of WireMock whose body is a template. */
  static Map<String, ?> templatedStub(Map<String, ?> request, String body) {
    Map<String, ?> response =
        Map.of(
            "headers",
            Map.of("Content-Type", TYPE),
            "body",
            body,
            "transformers",
            List.of("response-template"));
    return Map.of("request", request, "response", response);
  }

  /** An expectation of MockServer that always answers the same. */
  static Map<String, ?> expectation(Map<String, ?> request, String body) {
    Map<String, ?> headers = Map.of("Content-Type", List.of(TYPE));
    return Map.of("httpRequest", request, "httpResponse", Map.of("headers", headers, "body", body));
  }
}
