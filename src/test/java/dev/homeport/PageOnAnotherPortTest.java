package dev.homeport;

import static dev.homeport.Count.once;
import static dev.homeport.RequestPattern.get;
import static dev.homeport.RequestPattern.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frontend's page, served on another port of localhost, calls a mock without any setting. */
final class PageOnAnotherPortTest {

  private static final String API =
      """
      POST /login: { status: 204, cookies: { sid: { value: abc, path: / } } }
      PUT /cart/{id}:
        - when: { cookies: { sid: abc }, headers: { X-Client: shop } }
          headers: { X-Total: "42" }
          json: { id: "{{path.id}}", got: "{{json.n}}" }
        - status: 401
      GET /broken: { status: 500, json: { error: out of stock } }
      """;

  private static final String PAGE =
      """
      GET /:
        template: false
        html: |
          <!doctype html><title>shop</title><pre id="out">waiting</pre>
          <script>
            const api = new URLSearchParams(location.search).get('api');
            const ask = (method, path, body) => fetch(api + path, {
              method, body, credentials: 'include',
              headers: { 'X-Client': 'shop', 'Content-Type': 'application/json' } });
            (async () => {
              const said = [];
              await ask('POST', '/login');
              const cart = await ask('PUT', '/cart/7', '{"n": 3}');
              said.push(cart.status, cart.headers.get('X-Total'), JSON.stringify(await cart.json()));
              const broken = await ask('GET', '/broken');
              said.push(broken.status, (await broken.json()).error);
              const missing = await ask('GET', '/no/such/route');
              said.push(missing.status, (await missing.text()).length > 0);
              document.getElementById('out').textContent = said.join(' | ');
            })().catch(e => { document.getElementById('out').textContent = 'failed: ' + e; });
          </script>
      """;

  @Test
  void sendsCookiesAndHeadersAndReadsEveryAnswer(@TempDir Path profile)
      throws IOException, InterruptedException {
    Browser browser = Browser.onThisMachine(profile);
    try (Homeport api = Homeport.start(HomeportOptions.ofYaml(API).withPort(0));
        Homeport page = Homeport.start(HomeportOptions.ofYaml(PAGE).withPort(0))) {
      String url = "http://localhost:" + page.port() + "/?api=http://localhost:" + api.port();

      assertThat(browser.documentOf(url))
          .contains("200 | 42 | {\"id\":\"7\",\"got\":3} | 500 | out of stock | 404 | true</pre>");
      api.verify(put("/cart/{id}").header("Origin", "http://localhost:" + page.port()), once());
      api.verify(get("/broken"), once());
    }
  }
}
