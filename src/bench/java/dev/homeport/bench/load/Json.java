package dev.homeport.bench.load;

import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** JSON, in which WireMock and MockServer are told what to answer. */
final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static String of(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** A mappings file of WireMock: each stub for one method, answering 200 with a body. */
  static String wireMock(Stream<WireMockStub> stubs) {
    return of(Map.of("mappings", stubs.map(WireMockStub::json).toList()));
  }

  /** A stub of WireMock. */
  record WireMockStub(Map<String, ?> request, String body, boolean isTemplate) {

    private Map<String, ?> json() {
      Map<String, ?> headers = Map.of("Content-Type", "application/json");
      return Map.of(
          "request",
          request,
          "response",
          isTemplate
              ? Map.of("headers", headers, "body", body, "transformers", TRANSFORMERS)
              : Map.of("headers", headers, "body", body));
    }

    private static final String[] TRANSFORMERS = {"response-template"};
  }

  /** An expectation of MockServer that is no template. */
  static Map<String, ?> expectation(Map<String, ?> request, String body) {
    Map<String, ?> headers = Map.of("Content-Type", new String[] {"application/json"});
    Map<String, ?> response = Map.of("statusCode", 200, "headers", headers, "body", body);
    return Map.of("httpRequest", request, "httpResponse", response);
  }
}
