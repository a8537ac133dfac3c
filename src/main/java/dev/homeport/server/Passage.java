package dev.homeport.server;

import dev.homeport.engine.answer.Items;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Arrival;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Exchange;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.journal.SentResponse;
import dev.homeport.server.wire.Outgoing;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the server: counted while it runs, in the journal before its
 * response leaves, in the log when it has ended. Its steps follow each other.
 */
final class Passage implements ExchangeCompletionListener {

  /** Where the requests of a port are written down. */
  record Books(RunningRequests running, Journal journal, RequestLog log, Clock clock) {}

  private static final byte[] NO_BODY = new byte[0];

  private final Books books;
  private final Arrival arrival;
  private boolean unwritten;
  private @Nullable Entry entry;
  private @Nullable Items items;

  private Passage(Books books, Arrival arrival) {
    this.books = books;
    this.arrival = arrival;
  }

  /** Begins when the head has been read. */
  static Passage begin(HttpServerExchange exchange, Books books) {
    Arrival arrival =
        new Arrival(
            books.clock().instant(),
            System.nanoTime(),
            exchange.getProtocol().toString(),
            exchange.getSourceAddress().getPort());
    Passage passage = new Passage(books, arrival);
    books.running().begin();
    exchange.addExchangeCompleteListener(passage);
    return passage;
  }

  /** Writes down how it will be answered; to be called once, before the response leaves. */
  void decided(Request request, Outcome outcome, Outgoing response) {
    SentResponse sent =
        new SentResponse(
            response.status(),
            response.reason(),
            response.headers(),
            response.bytesAtHand(),
            response.length(),
            response.fault() == null ? null : response.fault().word());
    items = response.items();
    record(request, outcome, sent);
  }

  private void record(Request request, Outcome outcome, SentResponse response) {
    entry = books.journal().add(new Exchange(request, arrival, outcome, response));
  }

  /** What was written down; to be asked once it is {@link #decided}. */
  Entry written() {
    Entry written = entry;
    if (written == null) {
      throw new IllegalStateException("nothing is decided yet");
    }
    return written;
  }

  /** It is not for the journal. */
  void leaveUnwritten() {
    unwritten = true;
  }

  @Override
  public void exchangeEvent(HttpServerExchange exchange, NextListener next) {
    if (entry == null && !unwritten) {
      Request request = RequestReader.read(exchange, NO_BODY);
      record(request, Refusals.incomplete(), SentResponse.none());
    }
    Entry written = entry;
    if (written != null) {
      Items streamed = items;
      if (streamed != null) {
        written.streamed(exchange.getResponseBytesSent(), streamed.failure());
      }
      long now = System.nanoTime();
      if (exchange.isResponseComplete() && exchange.getConnection().isOpen()) {
        written.answered(now);
      } else {
        written.aborted(now);
      }
      books.log().ended(written);
    }
    books.running().end();
    next.proceed();
  }
}
