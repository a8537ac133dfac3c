package shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.UUID;

/** Takes money from a card by a payment service, and has a receipt sent. */
public final class Checkout {

  /** What became of a payment. */
  public enum Outcome {
    PAID,
    DECLINED,
    /** Nobody knows; it may be tried again with the same key. */
    UNKNOWN
  }

  private static final int TRIES = 3;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String payments;
  private final Duration patience;

  /**
   * @param payments where the payment service is
   * @param patience how long to wait for each of its answers
   */
  public Checkout(String payments, Duration patience) {
    this.payments = payments;
    this.patience = patience;
  }

  public Checkout(String payments) {
    this(payments, Duration.ofSeconds(10));
  }

  /** Charges the card, trying again when the service is overloaded; the receipt is sent later. */
  public Outcome pay(int amount) throws InterruptedException {
    String key = UUID.randomUUID().toString();
    Outcome outcome = Outcome.UNKNOWN;
    for (int i = 0; i < TRIES && outcome == Outcome.UNKNOWN; i++) {
      outcome = charge(amount, key);
    }
    if (outcome == Outcome.PAID) {
      client.sendAsync(
          post("/receipts", "{\"amount\": " + amount + "}").build(), BodyHandlers.discarding());
    }
    return outcome;
  }

  private Outcome charge(int amount, String key) throws InterruptedException {
    HttpRequest request =
        post("/charges", "{\"amount\": " + amount + ", \"currency\": \"EUR\"}")
            .header("Idempotency-Key", key)
            .build();
    try {
      HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
      return switch (response.statusCode()) {
        case 201 -> Outcome.PAID;
        case 402 -> Outcome.DECLINED;
        case 503 -> Outcome.UNKNOWN;
        default -> throw new IllegalStateException("POST /charges: " + response.statusCode());
      };
    } catch (HttpTimeoutException e) {
      return Outcome.UNKNOWN;
    } catch (IOException e) {
      throw new IllegalStateException("POST /charges: " + e, e);
    }
  }

  private HttpRequest.Builder post(String path, String json) {
    return HttpRequest.newBuilder(URI.create(payments + path))
        .timeout(patience)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }
}
