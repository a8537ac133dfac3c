package dev.homeport.server;

import dev.homeport.engine.answer.Callback;
import dev.homeport.engine.answer.Items;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Arrival;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Exchange;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.OutboundResult;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.journal.SentResponse;
import dev.homeport.server.forward.CallbackSender;
import dev.homeport.server.wire.Outgoing;
import dev.homeport.server.wire.Relay;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the server: counted while it runs, in the journal before its
 * response leaves, in the log when it has ended. Its steps follow each other.
 */
final class Passage implements ExchangeCompletionListener {

  /** Where the requests of a port are written down. */
  record Books(
      RunningRequests running,
      Journal journal,
      RequestLog log,
      CallbackSender callbacks,
      Clock clock) {}

  /** What follows the response. */
  private record Following(Request request, List<Callback> callbacks) {}

  private static final byte[] NO_BODY = new byte[0];

  private final Books books;
  private final Arrival arrival;
  private boolean unwritten;
  private @Nullable Entry entry;
  private @Nullable Items items;
  private @Nullable Relay relay;
  private @Nullable Forwarded forwarded;
  private @Nullable Following following;

  /** What is known of a request that another server is asked about. */
  private record Forwarded(Request request, Outcome outcome) {}

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
    decided(request, outcome, response, null);
  }

  /**
   * As above.
   *
   * @param result what came of the call to another server, or null when there was none
   */
  void decided(
      Request request, Outcome outcome, Outgoing response, @Nullable OutboundResult result) {
    SentResponse sent =
        new SentResponse(
            response.status(),
            response.reason(),
            response.headers(),
            response.bytesAtHand(),
            response.length(),
            response.fault() == null ? null : response.fault().word(),
            response.keepsBytes());
    items = response.items();
    relay = response.relay();
    record(request, outcome, sent, result);
  }

  /** Requests that are sent once the response has been sent. */
  void isFollowedBy(Request request, List<Callback> callbacks) {
    following = new Following(request, callbacks);
  }

  /** Another server is asked how; its client may leave before it knows. */
  void forwards(Request request, Outcome outcome) {
    forwarded = new Forwarded(request, outcome);
  }

  private void record(
      Request request, Outcome outcome, SentResponse response, @Nullable OutboundResult result) {
    entry = books.journal().add(new Exchange(request, arrival, outcome, response, result, null));
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
  public void exchangeEvent(HttpServerExchange exchange, NextListener others) {
    if (entry == null && !unwritten) {
      recordUnanswered(exchange);
    }
    Entry written = entry;
    if (written != null) {
      Items streamed = items;
      if (streamed != null) {
        written.streamed(exchange.getResponseBytesSent(), streamed.failure());
      }
      Relay relayed = relay;
      if (relayed != null) {
        written.streamed(exchange.getResponseBytesSent(), relayed.failure());
        books.journal().keepBody(written, relayed.kept());
      }
      long now = System.nanoTime();
      if (exchange.isResponseComplete() && exchange.getConnection().isOpen()) {
        written.answered(now);
      } else {
        written.aborted(now);
      }
      books.log().ended(written);
      Following next = following;
      if (next != null) {
        books.callbacks().send(exchange.getIoThread(), next.request(), next.callbacks(), written);
      }
    }
    books.running().end();
    others.proceed();
  }

  private void recordUnanswered(HttpServerExchange exchange) {
    Forwarded asked = forwarded;
    if (asked == null) {
      Request request = RequestReader.read(exchange, NO_BODY);
      record(request, Refusals.incomplete(), SentResponse.none(), null);
    } else {
      record(asked.request(), asked.outcome(), SentResponse.none(), null);
    }
  }
}
