package dev.homeport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the page of {@code examples/frontend} asks for, from the origin of another port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontendExampleTest {

  private static final Path PAGE = Path.of("examples/frontend");
  private static final String ORIGIN = "http://localhost:5173";

  private Homeport shop;

  @BeforeAll
  void open() {
    shop = Homeport.start(HomeportOptions.of(Path.of("mocks")).withPort(0));
  }

  @AfterAll
  void close() {
    shop.close();
  }

  private RequestSpecification page() {
    return given().baseUri(shop.url()).header("Origin", ORIGIN);
  }

  @Test
  void productsAndTheirImagesAreReadable() {
    List<String> ids =
        page()
            .get("/products")
            .then()
            .statusCode(200)
            .header("Access-Control-Allow-Origin", ORIGIN)
            .extract()
            .jsonPath()
            .getList("items.id", String.class);

    assertThat(ids).isNotEmpty();
    for (String id : ids) {
      page().get("/images/" + id + ".png").then().statusCode(200).contentType("image/png");
    }
  }

  @Test
  void anOrderIsAllowedByPreflightThenAccepted() {
    page()
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type,x-api-key")
        .options("/orders")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", ORIGIN)
        .header("Access-Control-Allow-Headers", containsString("x-api-key"));

    page()
        .header("X-Api-Key", "demo")
        .contentType(ContentType.JSON)
        .body("{\"items\":[{\"sku\":\"P-3\"},{\"sku\":\"P-7\"}]}")
        .post("/orders")
        .then()
        .statusCode(201)
        .header("Access-Control-Allow-Origin", ORIGIN)
        .body("status", equalTo("accepted"))
        .body("total", equalTo(2));
  }

  @Test
  void thePageHasItsFilesAndAsksForNothingElse() throws IOException {
    String html = Files.readString(PAGE.resolve("index.html"));
    assertThat(html).contains("shop.js", "shop.css");
    assertThat(PAGE.resolve("shop.css")).exists();

    Matcher calls =
        Pattern.compile("(?:call|URL)\\([`'](/[^`'$]*)")
            .matcher(Files.readString(PAGE.resolve("shop.js")));
    assertThat(calls.results().map(call -> call.group(1)))
        .containsExactlyInAnyOrder("/products", "/images/", "/orders");
  }
}
