package dev.homeport;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shop of {@code mocks/} as a client sees it, on a real port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopOverHttpTest {

  private Homeport shop;

  @BeforeAll
  void open() {
    shop = Homeport.start(HomeportOptions.of(Path.of("mocks")).withPort(0));
  }

  @AfterAll
  void close() {
    shop.close();
  }

  private RequestSpecification client() {
    return given().baseUri(shop.url());
  }

  private RequestSpecification customer() {
    return client().header("X-Api-Key", "k");
  }

  @Test
  void hasNoProblem() {
    Assertions.assertThat(shop.problems()).isEmpty();
  }

  @Test
  void namesAUserByNumber() {
    client()
        .get("/users/7")
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .header("Cache-Control", "no-store")
        .body("id", equalTo(7))
        .body("email", equalTo("ada7@example.com"));
  }

  @Test
  void knowsTheBearerOfATokenOnly() {
    client().auth().oauth2("demo-1").get("/users/me").then().body("token", equalTo("demo-1"));
    client().get("/users/me").then().statusCode(401).header("WWW-Authenticate", "Bearer");
  }

  @Test
  void listsUsersThatAreMadeUp() {
    client().get("/users").then().body("", hasSize(3)).body("[2].id", equalTo(3));
  }

  @Test
  void createsAUser() {
    client()
        .contentType(ContentType.JSON)
        .body("{\"email\":\"ada@example.com\"}")
        .post("/users")
        .then()
        .statusCode(201)
        .header("Location", startsWith("/users/"))
        .body("id", matchesPattern("[0-9a-f-]{36}"))
        .body("email", equalTo("ada@example.com"));
  }

  @Test
  void refusesAUserWithoutAnAddress() {
    client().contentType(ContentType.JSON).body("{}").post("/users").then().statusCode(422);
  }

  @Test
  void answersADeletionWithoutABody() {
    client().delete("/users/7").then().statusCode(204).body(equalTo(""));
  }

  @Test
  void saysWhichMethodsAPathHas() {
    client().patch("/users").then().statusCode(405).header("Allow", containsString("POST"));
  }

  @Test
  void sendsAnImageWithRangesAndOnlyOnce() {
    String etag =
        client()
            .get("/images/P-7.png")
            .then()
            .contentType("image/png")
            .statusCode(200)
            .extract()
            .header("ETag");

    client()
        .header("Range", "bytes=0-3")
        .get("/images/P-7.png")
        .then()
        .statusCode(206)
        .header("Content-Length", "4");
    client().header("If-None-Match", etag).get("/images/P-7.png").then().statusCode(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/images/none.png", "/images/..%2Fhomeport.png", "/nothing"})
  void hasNothingElse(String path) {
    client().urlEncodingEnabled(false).get(path).then().statusCode(404);
  }

  @Test
  void takesAnOrderAndMovesItOn() {
    client().get("/orders/5").then().statusCode(401);
    customer()
        .contentType(ContentType.JSON)
        .body("{\"items\":[{\"sku\":\"P-7\",\"quantity\":2},{\"sku\":\"P-3\"}]}")
        .post("/orders")
        .then()
        .statusCode(201)
        .body("lines[1].quantity", equalTo(1))
        .body("total", equalTo(2));
    customer().get("/orders/5").then().body("status", equalTo("accepted"));
    customer().get("/orders/5").then().body("status", equalTo("packed"));
    customer().get("/orders/6").then().body("status", equalTo("accepted"));
    customer().get("/orders/5").then().body("tracking", equalTo("HG00000005"));
    customer().get("/orders/5").then().body("status", equalTo("shipped"));
  }

  @Test
  void limitsEachClientByItself() {
    for (int call = 1; call <= 2; call++) {
      client()
          .header("Authorization", "a")
          .get("/errors/limited")
          .then()
          .body("call", equalTo(call));
    }
    client().header("Authorization", "a").get("/errors/limited").then().statusCode(429);
    client().header("Authorization", "b").get("/errors/limited").then().statusCode(200);
  }

  @Test
  void failsAsAsked() {
    client()
        .get("/errors/503")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("status", equalTo(503));
  }

  @Test
  void letsAPageOnThisMachineRead() {
    client()
        .header("Origin", "http://localhost:5173")
        .get("/users/7")
        .then()
        .header("Access-Control-Allow-Origin", "http://localhost:5173");
  }
}
