package shop;

import static dev.homeport.Count.once;
import static dev.homeport.RequestPattern.post;
import static dev.homeport.Response.status;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.homeport.Homeport;
import dev.homeport.junit.HomeportTest;
import dev.homeport.junit.Isolation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An application that is started once, and reads the URL from a system property. */
@HomeportTest(value = "mocks", isolation = Isolation.PER_CLASS, property = "payments.url")
class RunningShopTest {

  private static Checkout checkout;

  @BeforeAll
  static void start() {
    checkout = new Checkout(System.getProperty("payments.url"));
  }

  @Test
  void charges(Homeport api) throws Exception {
    assertEquals(Checkout.Outcome.PAID, checkout.pay(42));

    api.verify(post("/charges"), once());
  }

  @Test
  void isToldThatTheCardIsDeclined(Homeport api) throws Exception {
    api.load(post("/charges").reply(status(402)));

    assertEquals(Checkout.Outcome.DECLINED, checkout.pay(42));

    api.verify(post("/charges"), once());
  }
}
