package shop;

import static dev.homeport.RequestPattern.post;

import dev.homeport.Homeport;
import org.junit.jupiter.api.Test;

/** A server that a program starts and closes itself, as in any other test framework. */
class WithoutJUnitTest {

  @Test
  void aServerIsAnObject() throws Exception {
    try (Homeport api = Homeport.start("mocks")) {
      new Checkout(api.url()).pay(42);
      api.verify(post("/charges"));
    }
  }
}
