package shop;

import static dev.homeport.Count.once;
import static dev.homeport.RequestPattern.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.homeport.Homeport;
import dev.homeport.junit.HomeportTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At the same time (junit-platform.properties): each on a port of its own, none sees another. */
@HomeportTest("mocks")
@Execution(ExecutionMode.CONCURRENT)
class ManyCheckoutsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000})
  void chargeWhatWasAsked(int amount, Homeport api) throws Exception {
    assertEquals(Checkout.Outcome.PAID, new Checkout(api.url()).pay(amount));

    api.verify(post("/charges"), once());
    api.verify(post("/charges").json("$.amount", amount), once());
  }
}
