package dev.homeport.bench.load;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code POST /orders} with 1,024 bytes of JSON, told apart by one field, asked evenly. */
record ManyCases(int count) implements Workload {

  /** A request's body, but for the field in its midst. */
  private static final String BODY =
      """
      {"customer":{"id":4711,"name":"Ada Lovelace","tags":["a","b","c"],"address":{"city":"London"}},\
      "first":"%s","kind":"%s","total":129.95,"lines":[{"sku":"A-1","count":2},{"sku":"B-2","count":1}],\
      "second":"%s"}\
      """;

  private static final int BODY_BYTES = 1_024;

  @Override
  public String name() {
    return "cases-" + count;
  }

  @Override
  public Map<String, String> homeport() {
    return Map.of(
        "cases.yaml",
        kinds()
            .map(
                kind ->
                    "  - { when: { json: { kind: %s } }, json: %s }\n"
                        .formatted(kind, answer(kind)))
            .collect(Collectors.joining("", "POST /orders:\n", "")));
  }

  @Override
  public String wireMock() {
    return Json.mappings(kinds().map(kind -> Json.stub(wireMockRequest(kind), answer(kind))));
  }

  private static Map<String, ?> wireMockRequest(String kind) {
    Map<String, ?> path = Map.of("expression", "$.kind", "equalTo", kind);
    return Map.of(
        "method",
        "POST",
        "urlPath",
        "/orders",
        "bodyPatterns",
        List.of(Map.of("matchesJsonPath", path)));
  }

  @Override
  public String mockServer() {
    return Json.of(
        kinds().map(kind -> Json.expectation(mockServerRequest(kind), answer(kind))).toList());
  }

  private static Map<String, ?> mockServerRequest(String kind) {
    String path = "$[?(@.kind == '%s')]".formatted(kind);
    return Map.of(
        "method", "POST", "path", "/orders", "body", Map.of("type", "JSON_PATH", "jsonPath", path));
  }

  @Override
  public String answer() {
    return answer(kind(count - 1));
  }

  @Override
  public Probe probe() {
    String kind = kind(count - 1);
    return new Probe(
        "POST", "/orders", Map.of(), body(kind), Pattern.compile(answer(kind), Pattern.LITERAL));
  }

  @Override
  public String requests() {
    return """
    local headers = { ['Content-Type'] = 'application/json' }
    for i = 0, %d do
      local body = ([[%s]]):format(('case-%%05d'):format(i))
      requests[i + 1] = wrk.format('POST', '/orders', headers, body)
    end
    """
        .formatted(count - 1, body("%s"));
  }

  private Stream<String> kinds() {
    return IntStream.range(0, count).mapToObj(ManyCases::kind);
  }

  private static String kind(int number) {
    return "case-%05d".formatted(number);
  }

  private static String answer(String kind) {
    return "{\"answer\":\"%s\"}".formatted(kind);
  }

  private static String body(String kind) {
    int filler = BODY_BYTES - BODY.replace("%s", "").length() - kind(0).length();
    return BODY.formatted("x".repeat(filler / 2), kind, "y".repeat(filler - filler / 2));
  }
}
