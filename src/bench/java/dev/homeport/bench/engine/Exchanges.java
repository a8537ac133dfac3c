package dev.homeport.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Arrival;
import dev.homeport.engine.journal.Exchange;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.journal.SentResponse;
import java.time.Instant;
import java.util.List;

/** Requests with their answers, as the server hands them to the journal. Not for many threads. */
final class Exchanges {

  private static final byte[] ANSWER = "{\"id\":7}".getBytes(UTF_8);
  private static final Headers HEADERS =
      Headers.of(
          List.of(
              new Field("Content-Type", "application/json"),
              new Field("Content-Length", "8"),
              new Field("Date", "Wed, 25 Nov 2026 10:00:00 GMT")));

  private final Outcome outcome;
  private long number;

  /** All are answered by one route. */
  Exchanges() throws InvalidTextException {
    MockEngine engine = Mocks.engine("POST /orders: { json: { id: 7 } }");
    Request request = Requests.post("/orders", new byte[0]);
    outcome = engine.answer(request, engine.lookup(request)).outcome();
  }

  /** The next one: {@code POST /orders} with about 100 bytes of JSON, of which no two are equal. */
  Exchange next() {
    number++;
    return exchange(Requests.post("/orders", body()), outcome);
  }

  /**
   * The same to one of a thousand paths, {@code /orders/{id}?page=3}, as an engine answers it.
   *
   * @param engine with {@code POST /orders/{id}}
   */
  Exchange next(MockEngine engine) {
    number++;
    String target = "/orders/" + number % 1000 + "?page=" + number % 10;
    Request request = Requests.post(target, body());
    return exchange(request, engine.answer(request, engine.lookup(request)).outcome());
  }

  private byte[] body() {
    return ("{\"customer\":\"Ada Lovelace\",\"number\":"
            + number
            + ",\"kind\":\"case-"
            + number % 100
            + "\",\"note\":\"by the river, after six\"}")
        .getBytes(UTF_8);
  }

  private static Exchange exchange(Request request, Outcome outcome) {
    return new Exchange(
        request,
        new Arrival(Instant.EPOCH, System.nanoTime(), "HTTP/1.1", 50_000),
        outcome,
        new SentResponse(201, "Created", HEADERS, ANSWER, ANSWER.length));
  }
}
