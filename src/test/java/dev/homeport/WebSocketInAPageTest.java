package dev.homeport;

import static dev.homeport.RequestPattern.get;
import static dev.homeport.RequestPattern.ws;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser's WebSocket, on a page of another port, chats with the sample of mocks/. */
final class WebSocketInAPageTest {

  private static final String PAGE =
      """
      GET /:
        template: false
        html: |
          <!doctype html><title>chat</title><pre id="out">waiting</pre>
          <script>
            const said = [];
            let over = false;
            // The time of a browser that dumps a document goes on while nothing is fetched.
            (async () => { while (!over) { await fetch('/hold'); } })();
            const socket = new WebSocket(new URLSearchParams(location.search).get('chat'));
            socket.onopen = () => said.push('open');
            socket.onmessage = e => {
              const message = JSON.parse(e.data);
              said.push(message.from + ': ' + (message.text || 'error'));
              if (said.length === 2) { socket.send(JSON.stringify({ text: 'grüße' })); }
              if (said.length === 3) { socket.send('no JSON'); }
              if (said.length === 4) { socket.send('/bye'); }
            };
            socket.onclose = e => {
              said.push(e.code + (e.wasClean ? ' clean' : ' broken'));
              document.getElementById('out').textContent = said.join(' | ');
              over = true;
            };
          </script>
      GET /hold: { delay: 20ms, status: 204 }
      """;

  @Test
  void chatsAndIsClosedCleanly(@TempDir Path profile) throws IOException, InterruptedException {
    Browser browser = Browser.onThisMachine(profile);
    try (Homeport shop = Homeport.start(HomeportOptions.of(Path.of("mocks")).withPort(0));
        Homeport page = Homeport.start(HomeportOptions.ofYaml(PAGE).withPort(0))) {
      String chat = "ws://localhost:" + shop.port() + "/chat/lobby?name=ada";

      assertThat(browser.documentOf("http://localhost:" + page.port() + "/?chat=" + chat))
          .contains(
              "open | shop: Welcome to lobby, ada | ada: grüße | shop: error | shop: See you"
                  + " | 1000 clean</pre>");
      shop.verify(ws("/chat/lobby").text("/bye"), Count.once());
      shop.verify(get("/chat/lobby").header("Origin", "http://localhost:" + page.port()));
      assertThat(shop.requests(get("/chat/lobby")).get(0).closeCode()).hasValue(1000);
    }
  }
}
