package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.http.Headers.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuthorsEtagTest {

  @RegisterExtension final Servers servers = new Servers();

  private final Mocks mocks =
      new Mocks()
          .with("GET /a", Mocks.reply(200, "x", new Field("etag", "\"a,b\"")))
          .with("GET /b", Mocks.reply(404, "x", new Field("ETag", "\"a\"")));

  @Test
  void isEnoughForNotModified() {
    RawClient client = servers.client(mocks);

    assertThat(client.ask("GET /a", "If-None-Match: \"x\", \"a,b\"").status()).isEqualTo(304);
    assertThat(client.ask("GET /a", "If-None-Match: \"a\"").status()).isEqualTo(200);
  }

  @Test
  void saysNothingOfAnError() {
    assertThat(servers.client(mocks).ask("GET /b", "If-None-Match: \"a\"").status()).isEqualTo(404);
  }
}
