package dev.homeport.server;

import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Exchange;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.Outcome;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the server: counted while it runs, in the journal before its
 * response leaves, in the log when it has ended. Its steps follow each other.
 */
final class Passage implements ExchangeCompletionListener {

  /** Where the requests of a port are written down. */
  record Books(RunningRequests running, Journal journal, RequestLog log, Clock clock) {}

  private final Books books;
  private final Instant received;
  private final long startNanos = System.nanoTime();
  private @Nullable Entry entry;

  private Passage(Books books) {
    this.books = books;
    this.received = books.clock().instant();
  }

  /** Begins when the head has been read. */
  static Passage begin(HttpServerExchange exchange, Books books) {
    Passage passage = new Passage(books);
    books.running().begin();
    exchange.addExchangeCompleteListener(passage);
    return passage;
  }

  /** Writes down how it will be answered; to be called once, before the response leaves. */
  void decided(Request request, Outcome outcome, Reply reply) {
    entry = books.journal().add(new Exchange(request, received, startNanos, outcome, reply));
  }

  @Override
  public void exchangeEvent(HttpServerExchange exchange, NextListener next) {
    Entry written = entry;
    if (written != null) {
      boolean whole = exchange.isResponseComplete() && exchange.getConnection().isOpen();
      long now = System.nanoTime();
      if (whole) {
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
