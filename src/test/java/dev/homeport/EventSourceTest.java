package dev.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser's EventSource, on a page of another port, hears the events and comes back. */
final class EventSourceTest {

  private static final String API =
      """
      GET /prices:
        - when: { headers: { Last-Event-ID: absent } }
          events:
            - { retry: 10 }
            - { event: price, id: 7, json: { eur: 90 } }
            - { text: "two\\nlines", delay: 20ms }
        - events: [ { data: "back after {{headers.Last-Event-ID}}" } ]
          times: 1
        - status: 204
      """;

  private static final String PAGE =
      """
      GET /:
        template: false
        html: |
          <!doctype html><title>prices</title><pre id="out">waiting</pre>
          <script>
            const api = new URLSearchParams(location.search).get('api');
            const said = [];
            const source = new EventSource(api + '/prices', { withCredentials: true });
            source.addEventListener('price', e => said.push(e.lastEventId, JSON.parse(e.data).eur));
            source.onmessage = e => said.push(JSON.stringify(e.data));
            source.onerror = () => {
              if (source.readyState === EventSource.CLOSED) {
                document.getElementById('out').textContent = said.join(' | ');
              }
            };
          </script>
      """;

  @Test
  void hearsEventsAndComesBackWithTheLastId(@TempDir Path profile)
      throws IOException, InterruptedException {
    Browser browser = Browser.onThisMachine(profile);
    try (Homeport api = Homeport.start(HomeportOptions.ofYaml(API).withPort(0));
        Homeport page = Homeport.start(HomeportOptions.ofYaml(PAGE).withPort(0))) {
      String url = "http://localhost:" + page.port() + "/?api=http://localhost:" + api.port();

      assertThat(browser.documentOf(url))
          .contains("7 | 90 | \"two\\nlines\" | \"back after 7\"</pre>");
    }
  }
}
