package dev.homeport.bench.load;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One route whose body has a path variable, a query parameter, a header and a random UUID. */
record TemplatedAnswer() implements Workload {

  private static final String TENANT = "harbour";
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Override
  public String name() {
    return "templated";
  }

  @Override
  public Map<String, String> homeport() {
    String json = body("{{path.id}}", "{{query.page}}", "{{headers.X-Tenant}}", "{{uuid}}");
    return Map.of("templated.yaml", "GET /users/{id}: { json: %s }\n".formatted(json));
  }

  @Override
  public String wireMock() {
    String template =
        body(
            "{{request.path.id}}",
            "{{request.query.page}}",
            "{{request.headers.X-Tenant}}",
            "{{randomValue type='UUID'}}");
    Map<String, ?> request = Map.of("method", "GET", "urlPathTemplate", "/users/{id}");
    return Json.mappings(Stream.of(Json.templatedStub(request, template)));
  }

  @Override
  public String mockServer() {
    String body =
        body(
            "$!request.pathParameters['id'][0]",
            "$!request.queryStringParameters['page'][0]",
            "$!request.headers['X-Tenant'][0]",
            "$!uuid");
    String template =
        """
        {"statusCode": 200, "headers": {"Content-Type": ["application/json"]}, "body": "%s"}
        """
            .formatted(body.replace("\"", "\\\""));
    Map<String, ?> request =
        Map.of(
            "method", "GET", "path", "/users/{id}", "pathParameters", Map.of("id", List.of(".+")));
    return Json.of(
        List.of(
            Map.of(
                "httpRequest",
                request,
                "httpResponseTemplate",
                Map.of("templateType", "VELOCITY", "template", template))));
  }

  @Override
  public String answer() {
    return body("107", "3", TENANT, "0b2f6a52-6f0e-4d0c-9d0c-2f6f7a9f3a11");
  }

  @Override
  public Probe probe() {
    String[] around = body("107", "3", TENANT, "#").split("#", -1);
    Pattern answer = Pattern.compile(Pattern.quote(around[0]) + UUID + Pattern.quote(around[1]));
    return new Probe("GET", "/users/107?page=3", Map.of("X-Tenant", TENANT), "", answer);
  }

  @Override
  public String requests() {
    return """
    for i = 100, 999 do
      requests[i - 99] = wrk.format('GET', '/users/' .. i .. '?page=3', { ['X-Tenant'] = '%s' })
    end
    """
        .formatted(TENANT);
  }

  private static String body(String id, String page, String tenant, String uuid) {
    return """
    {"id":"%s","page":"%s","tenant":"%s","name":"Ada Lovelace","trace":"%s"}"""
        .formatted(id, page, tenant, uuid);
  }
}
