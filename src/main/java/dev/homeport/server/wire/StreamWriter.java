package dev.homeport.server.wire;

import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.server.control.Feed;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.time.Clock;
import java.time.Duration;

/** Puts a body on the wire that is made while it is sent. Safe for any number of threads. */
public final class StreamWriter {

  private static final HttpString DATE = new HttpString("Date");

  private final DateField date;

  /**
   * @param clock the real one, for {@code Date}
   */
  public StreamWriter(Clock clock) {
    this.date = new DateField(clock);
  }

  /**
   * Sends a head and then what the feed gives, until it ends or the client goes; closes the feed.
   * Holds no thread.
   */
  public void write(HttpServerExchange exchange, Reply head, Feed feed) {
    exchange.setStatusCode(head.status());
    HeaderMap fields = exchange.getResponseHeaders();
    for (Field field : head.headers().fields()) {
      fields.add(new HttpString(field.name()), field.value());
    }
    fields.put(DATE, date.after(Duration.ZERO).value());
    if (exchange.getRequestMethod().equalToString("HEAD")) {
      feed.close();
      exchange.endExchange();
      return;
    }
    StreamSender.send(exchange, feed);
  }
}
