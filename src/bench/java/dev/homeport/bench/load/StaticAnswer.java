package dev.homeport.bench.load;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One route with the same 150 bytes for everybody. */
record StaticAnswer() implements Workload {

  static final String BODY =
      """
      {"id":7,"name":"Ada Lovelace","email":"ada@example.com","city":"London",\
      "note":"The first program for a machine was written by her, 1843, in a note."}\
      """;

  @Override
  public String name() {
    return "static";
  }

  @Override
  public Map<String, String> homeport() {
    return Map.of("static.yaml", "GET /users/7: { json: %s }\n".formatted(BODY));
  }

  @Override
  public String wireMock() {
    Map<String, ?> request = Map.of("method", "GET", "urlPath", "/users/7");
    return Json.mappings(Stream.of(Json.stub(request, BODY)));
  }

  @Override
  public String mockServer() {
    Map<String, ?> request = Map.of("method", "GET", "path", "/users/7");
    return Json.of(List.of(Json.expectation(request, BODY)));
  }

  @Override
  public String answer() {
    return BODY;
  }

  @Override
  public Probe probe() {
    return Probe.get("/users/7", BODY);
  }

  @Override
  public String requests() {
    return "requests[1] = wrk.format('GET', '/users/7')";
  }
}
