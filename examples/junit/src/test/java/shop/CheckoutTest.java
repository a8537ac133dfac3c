package shop;

import static dev.homeport.Count.never;
import static dev.homeport.Count.once;
import static dev.homeport.Count.times;
import static dev.homeport.Matcher.present;
import static dev.homeport.RequestPattern.post;
import static dev.homeport.Response.status;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.homeport.Homeport;
import dev.homeport.junit.HomeportTest;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@HomeportTest("mocks")                             // a server for the class, a port of its own for each test
class CheckoutTest {

  @Test
  void chargesTheCard(Homeport api) throws Exception {
    new Checkout(api.url()).pay(42);

    api.verify(post("/charges").json("$.amount", 42).header("Idempotency-Key", present()), once());
    api.verify(post("/receipts"), once().within(ofSeconds(10)));   // waits for a call that comes later
  }

  @Test
  void triesAgainWhenTheServiceIsOverloaded(Homeport api) throws Exception {
    api.load("""
        POST /charges:
          sequence:
            - { status: 503 }
            - { status: 201 }
        """);

    assertEquals(Checkout.Outcome.PAID, new Checkout(api.url()).pay(42));

    api.verify(post("/charges"), times(2));
  }

  @Test
  void givesUpOnASlowService(Homeport api) throws Exception {
    api.load(post("/charges").reply(status(201).withDelay(ofSeconds(60))));

    Checkout impatient = new Checkout(api.url(), Duration.ofMillis(100));

    assertEquals(Checkout.Outcome.UNKNOWN, impatient.pay(42));
    api.verify(post("/receipts"), never());
  }

  @Test
  void sendsNoReceiptForADeclinedCard(Homeport api) throws Exception {
    assertEquals(Checkout.Outcome.DECLINED, new Checkout(api.url()).pay(1001));

    api.verify(post("/charges").named("declined"), once());
    api.verify(post("/receipts"), never());
  }

  @Test
  void triesWithTheSameKey(Homeport api) throws Exception {
    // An answer made in the test: only the third try with a key is taken.
    api.load(post("/charges").reply(request -> {
      String key = request.header("Idempotency-Key").orElseThrow();
      int tries = api.requests(post("/charges").header("Idempotency-Key", key)).size();
      return status(tries < 2 ? 503 : 201);
    }));

    assertEquals(Checkout.Outcome.PAID, new Checkout(api.url()).pay(42));

    Set<String> keys = api.requests(post("/charges")).stream()
        .map(each -> each.header("Idempotency-Key").orElseThrow())
        .collect(Collectors.toSet());
    assertEquals(1, keys.size());
  }
}
