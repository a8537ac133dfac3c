package dev.homeport.bench.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code GET /svc0/items/{id}}, {@code GET /svc1/items/{id}}, … with the same 150 bytes, asked
 * evenly.
 */
record ManyRoutes(int count) implements Workload {

  private static final int ROUTES_A_FILE = 1_000;

  @Override
  public String name() {
    return "routes-" + count;
  }

  @Override
  public Map<String, String> homeport() {
    Map<String, String> files = new LinkedHashMap<>();
    for (int first = 0; first < count; first += ROUTES_A_FILE) {
      files.put(
          "routes-%06d.yaml".formatted(first),
          IntStream.range(first, Math.min(count, first + ROUTES_A_FILE))
              .mapToObj(
                  i -> "GET /svc%d/items/{id}: { json: %s }\n".formatted(i, StaticAnswer.BODY))
              .collect(Collectors.joining()));
    }
    return files;
  }

  @Override
  public String wireMock() {
    return Json.mappings(
        IntStream.range(0, count)
            .mapToObj(i -> Map.of("method", "GET", "urlPathTemplate", "/svc" + i + "/items/{id}"))
            .map(request -> Json.stub(request, StaticAnswer.BODY)));
  }

  @Override
  public String mockServer() {
    Map<String, ?> id = Map.of("id", List.of("[0-9]+"));
    return Json.of(
        IntStream.range(0, count)
            .mapToObj(i -> "/svc" + i + "/items/{id}")
            .map(path -> Map.of("method", "GET", "path", path, "pathParameters", id))
            .map(request -> Json.expectation(request, StaticAnswer.BODY))
            .toList());
  }

  @Override
  public String answer() {
    return StaticAnswer.BODY;
  }

  @Override
  public Probe probe() {
    return Probe.get("/svc" + (count - 1) + "/items/7", StaticAnswer.BODY);
  }

  @Override
  public String requests() {
    return """
    for i = 0, %d do
      requests[i + 1] = wrk.format('GET', '/svc' .. i .. '/items/' .. i)
    end
    """
        .formatted(count - 1);
  }
}
