package dev.homeport.bench.load;

import dev.homeport.bench.load.Json.WireMockStub;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        IntStream.range(0, count)
            .mapToObj(ManyCases::kind)
            .map(
                kind ->
                    "  - { when: { json: { kind: %s } }, json: %s }\n"
                        .formatted(kind, answer(kind)))
            .collect(Collectors.joining("", "POST /orders:\n", "")));
  }

  @Override
  public String wireMock() {
    return Json.wireMock(
        IntStream.range(0, count)
            .mapToObj(ManyCases::kind)
            .map(
                kind ->
                    new WireMockStub(
                        Map.of(
                            "method",
                            "POST",
                            "urlPath",
                            "/orders",
                            "bodyPatterns",
                            new Object[] {
                              Map.of(
                                  "matchesJsonPath",
                                  Map.of("expression", "$.kind", "equalTo", kind))
                            }),
                        answer(kind),
                        false)));
  }

  @Override
  public String mockServer() {
    return Json.of(
        IntStream.range(0, count)
            .mapToObj(ManyCases::kind)
            .map(
                kind -> {
                  Map<String, Object> request = new LinkedHashMap<>();
                  request.put("method", "POST");
                  request.put("path", "/orders");
                  request.put(
                      "body",
                      Map.of("type", "JSON_PATH", "jsonPath", "$[?(@.kind == '" + kind + "')]"));
                  return Json.expectation(request, answer(kind));
                })
            .toList());
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
