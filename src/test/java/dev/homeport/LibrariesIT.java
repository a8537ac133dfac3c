package dev.homeport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each library must have survived the packing, whatever else is on the class path. */
class LibrariesIT {

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;

  /**
   * Every route reads something of a library that is no class: words, messages, schemas, tables.
   */
  @BeforeEach
  void mocks() throws IOException {
    Files.createDirectory(folder.resolve("mocks"));
    write(
        "a.yaml",
        """
        POST /json:
          - when: { json: { "$.items[?(@.n > 1 && @.sku in ['A-1', 'A-2'])].sku": { matches: '[A-Z]-\\d+' } } }
            json:
              name: "{{fake 'person.firstName'}}"
              city: "{{fake 'address.city' locale='ru'}}"
              phone: "{{fake 'phone.number' locale='nl'}}"
        POST /backtracking:
          - when: { text: { matches: '(?=.*b)(a)\\1b' } }
            text: backtracking
        POST /xml:
          - when: { xml: { //order/@id: "7" }, equalsXml: '<order id="7"></order>' }
            text: xml
        POST /schema:
          - when: { schema: host.schema.json }
            text: schema
        POST /old-schema:
          - when: { schema: old.schema.json }
            text: old schema
        POST /graphql:
          - when: { graphql: { operation: GetUser } }
            text: graphql
        POST /jwt:
          vars: { claims: { sub: ada } }
          text: "{{#each json.n}}{{this}}{{/each}} {{lookup (jwtClaims (jwt vars.claims secret='s')) 'sub'}}"
        GET /jwks:
          json: "{{jwks}}"
        POST /rs256:
          vars: { claims: { sub: ada } }
          text: "{{jwt vars.claims alg='RS256'}}"
        """);
    write(
        "host.schema.json",
        """
        { "properties": { "host": { "format": "idn-hostname" }, "at": { "format": "date-time" } } }
        """);
    write(
        "old.schema.json",
        """
        { "$schema": "http://json-schema.org/draft-07/schema#", "required": ["id"] }
        """);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve("mocks").resolve(name), text);
  }

  @Test
  void allWorkInTheJar() throws Exception {
    allWork(Packaged.alone(folder));
  }

  @Test
  void allWorkBehindOtherVersions() throws Exception {
    allWork(Packaged.afterOtherVersions(folder));
  }

  @Test
  void theSchemaValidatorFindsItsWords() throws Exception {
    write("host.schema.json", "{ \"type\": 7 }");

    assertThat(Packaged.afterOtherVersions(folder).run("check").out())
        .contains("wrong at $.type: does not have a value in the enumeration [\"array\"");
  }

  private void allWork(Packaged packaged) throws Exception {
    Process process = packaged.start("mocks", "--port", "0", "--strict");
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String start = out.readLine();
      assertThat(start)
          .as("%s", packaged.err())
          .startsWith("Homeport is running at http://127.0.0.1:");
      answers(start.substring(start.indexOf("http")));
      assertThat(packaged.err())
          .contains("POST  /json")
          .doesNotContain("problem", "INFO", "WARN", "SLF4J", "Exception");
    } finally {
      process.toHandle().destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).isEqualTo(143);
  }

  private void answers(String url) throws Exception {
    assertThat(body(url + "/json", "{\"items\":[{\"n\":2,\"sku\":\"A-1\"}]}"))
        .matches(
            "\\{\"name\":\"\\p{L}.*\",\"city\":\"\\p{IsCyrillic}.*\",\"phone\":\"[+(0-9].*\"}");
    assertThat(body(url + "/backtracking", "aab")).isEqualTo("backtracking");
    assertThat(body(url + "/xml", "<order id='7'/>")).isEqualTo("xml");
    assertThat(body(url + "/schema", "{\"host\":\"ب\u200cب.de\",\"at\":\"2016-12-31T23:59:60Z\"}"))
        .isEqualTo("schema");
    assertThat(post(url + "/schema", "{\"host\":\"a\u200cb.de\"}").statusCode()).isEqualTo(404);
    assertThat(body(url + "/old-schema", "{\"id\":1}")).isEqualTo("old schema");
    assertThat(post(url + "/old-schema", "{}").statusCode()).isEqualTo(404);
    assertThat(body(url + "/graphql", "{\"query\":\"query GetUser { user { id } }\"}"))
        .isEqualTo("graphql");
    assertThat(post(url + "/graphql", "{\"query\":\"query GetUser {\"}").statusCode())
        .isEqualTo(404);
    assertThat(body(url + "/jwt", "{\"n\":[1,2]}")).isEqualTo("12 ada");
    RSASSAVerifier published =
        new RSASSAVerifier(
            JWKSet.load(URI.create(url + "/jwks").toURL()).getKeys().get(0).toRSAKey());
    assertThat(SignedJWT.parse(body(url + "/rs256", "")).verify(published)).isTrue();
  }

  private String body(String url, String body) throws Exception {
    return post(url, body).body();
  }

  private HttpResponse<String> post(String url, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
  }
}
