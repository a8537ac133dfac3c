package dev.homeport;

import static dev.homeport.RequestPattern.get;
import static dev.homeport.RequestPattern.post;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mocks of {@code examples/partial}, in front of the sample shop. */
class PartialExampleTest {

  private final Homeport shop =
      Homeport.start(HomeportOptions.of(Path.of("mocks")).withAnyPortByDefault());
  private final Homeport partial = start("127.0.0.1:" + shop.port());
  private final HttpClient client = HttpClient.newHttpClient();

  private Homeport start(String allowed) {
    return Homeport.start(
        HomeportOptions.of(Path.of("examples/partial/mocks"))
            .withPort(0)
            .withVar("shop", shop.url())
            .withAllowedOutbound(allowed));
  }

  @AfterEach
  void stop() {
    partial.close();
    shop.close();
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(Homeport server, String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path));
  }

  @Test
  void whatItDoesNotHaveIsAnsweredByTheShop() throws Exception {
    HttpResponse<String> there = ask(to(shop, "/users/1"));
    HttpResponse<String> here = ask(to(partial, "/users/1"));

    assertThat(here.statusCode()).isEqualTo(there.statusCode());
    assertThat(here.body()).isEqualTo(there.body());
    shop.verify(
        get("/users/1").header("X-Forwarded-Host", "127.0.0.1:" + partial.port()), Count.once());
  }

  @Test
  void aRefundCallsTheShopBack() throws Exception {
    HttpResponse<String> refund =
        ask(to(partial, "/refunds").POST(HttpRequest.BodyPublishers.ofString("{\"amount\":4}")));

    assertThat(refund.statusCode()).isEqualTo(202);
    shop.verify(
        post("/orders").json("$.items[0].sku", "REFUND"), Count.once().within(ofSeconds(10)));
  }

  @Test
  void nothingIsCalledThatIsNotAllowed() throws Exception {
    try (Homeport other = start("api.example.com")) {
      HttpResponse<String> answer = ask(to(other, "/users/1"));

      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(answer.body()).contains("--allow-outbound 127.0.0.1:" + shop.port());
    }
  }
}
