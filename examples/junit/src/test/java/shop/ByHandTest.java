package shop;

import static dev.homeport.Count.once;
import static dev.homeport.Matcher.gt;
import static dev.homeport.RequestPattern.get;
import static dev.homeport.RequestPattern.post;
import static dev.homeport.Response.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.homeport.Homeport;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without the extension: any test framework, or none. */
class ByHandTest {

  @Test
  void startsAServerOfItsOwn() throws Exception {
    try (Homeport api = Homeport.start("mocks")) {
      api.load(post("/charges").json("$.amount", gt(1000)).reply(json(Map.of("id", 7)).withStatus(402)));
      api.load(get("/echo/{text}").reply(request -> json(request.path("text").orElse(""))));

      assertEquals(Checkout.Outcome.PAID, new Checkout(api.url()).pay(42));

      api.verify(post("/charges"), once());
    }
  }
}
