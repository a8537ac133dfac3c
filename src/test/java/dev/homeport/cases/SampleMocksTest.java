package dev.homeport.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.definition.setting.Setting;
import dev.homeport.engine.Conversation;
import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Fault;
import dev.homeport.engine.answer.Items;
import dev.homeport.engine.answer.Pace;
import dev.homeport.engine.answer.Reaction;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.answer.Sending;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.MessageKind;
import dev.homeport.engine.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The shop of {@code mocks/}, which people copy, does what its comments say. */
class SampleMocksTest {

  private static final List<Field> KEY = List.of(new Field("X-Api-Key", "demo"));

  private final MockSession shop =
      MockSession.of(Path.of("mocks"), Map.of(Setting.SEED, "7"), Map.of());

  private Reply get(String target, Field... headers) {
    return shop.answer("GET", target, List.of(headers), new byte[0]);
  }

  private Reply post(String target, List<Field> headers, String json) {
    return shop.answer("POST", target, headers, json.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(Reply reply) {
    return Objects.requireNonNull(Json.parse(((Body.Bytes) reply.body()).content()));
  }

  @Test
  void hasNoProblems() {
    assertThat(shop.problems()).isEmpty();
    assertThat(shop.routes()).isEqualTo(35);
  }

  @Test
  void usersAreListedFoundAndMade() {
    assertThat(json(get("/users"))).hasSize(3);
    assertThat(json(get("/users/7")).get("id").intValue()).isEqualTo(7);
    assertThat(get("/users/seven").status()).isEqualTo(404);
    assertThat(get("/users/me").status()).isEqualTo(401);
    assertThat(json(get("/users/me", new Field("Authorization", "Bearer demo-x"))).get("token"))
        .hasToString("\"demo-x\"");
    Reply made = post("/users", List.of(), "{\"email\":\"a@b.c\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.headers().first("Location"))
        .isEqualTo("/users/" + json(made).get("id").stringValue());
    assertThat(post("/users", List.of(), "{}").status()).isEqualTo(422);
    assertThat(shop.answer("DELETE", "/users/7", List.of(), new byte[0]).status()).isEqualTo(204);
  }

  @Test
  void productsComeFromAFileAndImagesFromTheirName() {
    assertThat(get("/products").body()).isInstanceOf(Body.Stored.class);
    assertThat(json(get("/products?q=blue")).get("query")).hasToString("\"blue\"");
    assertThat(json(get("/products?sort=price")).get("sortedBy")).hasToString("\"price\"");
    assertThat(json(get("/products/P-7")).get("shop")).hasToString("\"Harbour Goods\"");
    assertThat(get("/products/P-9").status()).isEqualTo(404);
    assertThat(get("/images/P-3.png").headers().first("Content-Type")).isEqualTo("image/png");
    assertThat(get("/images/P-9.png").status()).isEqualTo(404);
  }

  @Test
  void ordersMoveOnAndNeedAKey() {
    assertThat(get("/orders/1").status()).isEqualTo(401);
    Reply made = post("/orders", KEY, "{\"items\":[{\"sku\":\"P-7\"}]}");
    assertThat(json(made).get("lines").get(0).get("quantity").intValue()).isEqualTo(1);
    assertThat(post("/orders", KEY, "{\"items\":[]}").status()).isEqualTo(422);
    for (String status : List.of("accepted", "packed", "shipped", "shipped")) {
      assertThat(json(get("/orders/5", KEY.get(0))).get("status").stringValue()).isEqualTo(status);
    }
    assertThat(json(get("/orders/6", KEY.get(0))).get("status").stringValue())
        .isEqualTo("accepted");
    Reply paid = post("/orders/5/payment", KEY, "{\"card\":\"5100\"}");
    assertThat(paid.delay()).isBetween(Duration.ofMillis(100), Duration.ofMillis(300));
    assertThat(post("/orders/5/payment", KEY, "{\"card\":\"4000 1\"}").status()).isEqualTo(402);
  }

  @Test
  void invoicesFailNowAndThenAndAlikeWithTheSameSeed() {
    MockSession again = MockSession.of(Path.of("mocks"), Map.of(Setting.SEED, "7"), Map.of());
    int failed = 0;
    for (int i = 0; i < 200; i++) {
      int status = get("/orders/1/invoice", KEY.get(0)).status();
      assertThat(again.answer("GET", "/orders/1/invoice", KEY, new byte[0]).status())
          .isEqualTo(status);
      failed += status == 503 ? 1 : 0;
    }
    assertThat(failed).isBetween(20, 90);
  }

  @Test
  void ordersAndStockAreToldWhileTheyChange() {
    Items order = ((Body.Streamed) get("/live/orders/5").body()).items();
    assertThat(new String(order.next(), StandardCharsets.UTF_8))
        .isEqualTo("event: status\nid: 1\ndata: {\"id\":5,\"status\":\"accepted\"}\n\n");
    Items stock = ((Body.Streamed) get("/live/stock").body()).items();
    assertThat(stock.pause()).isEqualTo(Duration.ofSeconds(1));
    assertThat(stock.next()).asString().startsWith("{\"sku\":\"P-");
  }

  @Test
  void aChatWelcomesAndTellsEverybody() {
    assertThat(shop.answer("WS", "/chat/lobby", List.of(), new byte[0]).status()).isEqualTo(401);
    Conversation chat =
        Objects.requireNonNull(
            shop.decide("WS", "/chat/lobby?name=ada", List.of(), new byte[0]).conversation());
    assertThat(Objects.requireNonNull(chat.open()).next())
        .asString()
        .isEqualTo("{\"from\":\"shop\",\"text\":\"Welcome to lobby, ada\"}");
    Reaction said = hear(chat, "{\"text\":\"hello\"}");
    assertThat(Objects.requireNonNull(said.broadcast()).next())
        .asString()
        .isEqualTo("{\"from\":\"ada\",\"text\":\"hello\"}");
    assertThat(Objects.requireNonNull(hear(chat, "hello").reply()).next())
        .asString()
        .contains("this was message 2");
    assertThat(hear(chat, "{\"text\":\"hello\",\"room\":\"port\"}").sendings())
        .singleElement()
        .returns("/chat/port", Sending::path);
    assertThat(hear(chat, "/bye").close()).isEqualTo(new Reaction.Close(1000, ""));
    assertThat(post("/chat/lobby/notices", List.of(), "{\"text\":\"Sale\"}").status())
        .isEqualTo(202);
  }

  private static Reaction hear(Conversation chat, String text) {
    return chat.hear(MessageKind.TEXT, text.getBytes(StandardCharsets.UTF_8)).reaction();
  }

  @Test
  void aCartIsFilledAndPaidOnce() {
    assertThat(post("/cart/payment", List.of(), "").status()).isEqualTo(409);
    assertThat(post("/cart/items", List.of(), "").status()).isEqualTo(201);
    assertThat(json(post("/cart/items", List.of(), "")).get("items").intValue()).isEqualTo(2);
    assertThat(json(post("/cart/payment", List.of(), "")).get("paid").intValue()).isEqualTo(2);
    assertThat(json(post("/cart/payment", List.of(), "")).get("error"))
        .hasToString("\"the cart is paid\"");
    assertThat(shop.answer("DELETE", "/cart", List.of(), new byte[0]).status()).isEqualTo(204);
    assertThat(json(get("/cart")).get("status")).hasToString("\"empty\"");
  }

  @Test
  void todosLast() {
    assertThat(json(get("/todos?done=false&_sort=-priority"))).hasSize(2);
    assertThat(post("/todos", List.of(), "{}").status()).isEqualTo(422);
    Reply made = post("/todos", List.of(), "{\"title\":\"Buy milk\",\"done\":false}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.headers().first("Location")).isEqualTo("/todos/4");
    assertThat(post("/todos/4/done", List.of(), "").status()).isEqualTo(200);
    assertThat(post("/todos/4/done", List.of(), "").status()).isEqualTo(409);
    assertThat(json(get("/todos/summary"))).hasToString("{\"open\":2,\"all\":4}");
    assertThat(shop.answer("DELETE", "/todos/4", List.of(), new byte[0]).status()).isEqualTo(200);
  }

  @Test
  void errorsComeOnDemand() {
    assertThat(get("/errors/418").status()).isEqualTo(418);
    assertThat(get("/errors/slow").delay()).isEqualTo(Duration.ofSeconds(3));
    assertThat(get("/errors/slow-download").pace()).isEqualTo(new Pace.Rate(1_000));
    Set<String> ends = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      Fault fault = get("/errors/broken").fault();
      ends.add(fault == null ? "whole" : fault.word());
    }
    assertThat(ends).containsExactlyInAnyOrder("whole", "reset", "cut");
    Field client = new Field("Authorization", "a");
    assertThat(get("/errors/limited", client).status()).isEqualTo(200);
    assertThat(get("/errors/limited", client).status()).isEqualTo(200);
    assertThat(get("/errors/limited", client).status()).isEqualTo(429);
    assertThat(get("/errors/limited", new Field("Authorization", "b")).status()).isEqualTo(200);
  }
}
