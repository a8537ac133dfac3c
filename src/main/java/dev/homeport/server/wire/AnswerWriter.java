package dev.homeport.server.wire;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import dev.homeport.server.guard.Cors;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a reply on the wire: waits without holding a thread, decides ranges and conditional
 * requests, adds what the wire adds ({@code Date}, {@code Content-Length}, CORS), sends. Safe for
 * any number of threads.
 */
public final class AnswerWriter {

  private static final HttpString DATE = new HttpString("Date");
  private static final HttpString CONNECTION = new HttpString("Connection");
  private static final HttpString CONTENT_LENGTH = new HttpString("Content-Length");

  private final Cors cors;
  private final DateField date;
  private final BooleanSupplier closing;

  /**
   * @param clock the real one, for {@code Date}
   * @param closing whether the server is being stopped, so that connections end with their answer
   */
  public AnswerWriter(Cors cors, Clock clock, BooleanSupplier closing) {
    this.cors = cors;
    this.date = new DateField(clock);
    this.closing = closing;
  }

  /**
   * Sends a reply after its delay and ends the exchange; on the exchange's thread of the moment.
   */
  public void write(HttpServerExchange exchange, Request request, Reply reply) {
    Delivery delivery = Delivery.of(request, reply);
    Headers own = Headers.of(delivery.headers());
    List<Field> added = cors.answer(request.headers(), own);
    Duration delay = reply.delay();
    if (delay.isZero() || delay.isNegative()) {
      send(exchange, delivery, added);
      return;
    }
    // Rounded up: an answer never comes before its time.
    long millis = delay.plusNanos(999_999).toMillis();
    Turn.later(exchange, millis, later -> send(later, delivery, added));
  }

  /** Answers a preflight (Fetch Standard, "CORS-preflight fetch"). */
  public void writePreflight(HttpServerExchange exchange, Request request) {
    Headers fields = Headers.of(cors.preflight(request.headers()));
    Reply reply = new Reply(204, null, fields, Body.empty(), Duration.ZERO);
    send(exchange, Delivery.of(request, reply), List.of());
  }

  private void send(HttpServerExchange exchange, Delivery delivery, List<Field> added) {
    if (closing.getAsBoolean()) {
      exchange.setPersistent(false);
    }
    exchange.setStatusCode(delivery.status());
    String reason = delivery.reason() == null ? usualReason(delivery.status()) : delivery.reason();
    if (reason != null) {
      exchange.setReasonPhrase(reason);
    }
    HeaderMap fields = exchange.getResponseHeaders();
    addAll(delivery.headers(), fields);
    addAll(added, fields);
    if (!fields.contains(DATE)) {
      fields.put(DATE, date.value());
    }
    if (!exchange.isPersistent()) {
      // Undertow says so only beside a body (RFC 9112, 9.6).
      fields.put(CONNECTION, "close");
    } else if (exchange.isHttp10()) {
      // Without this word such a client takes the connection for closed (RFC 9112, C.2.2).
      fields.put(CONNECTION, "keep-alive");
    }
    long length = delivery.length();
    if (delivery.status() != 204 && delivery.status() != 304) {
      fields.put(CONTENT_LENGTH, length);
    }
    boolean isHead = exchange.getRequestMethod().equalToString("HEAD");
    if (isHead || length == 0) {
      exchange.endExchange();
      return;
    }
    BodySender sender = new BodySender(delivery.body(), delivery.readsFile());
    if (delivery.readsFile() && exchange.isInIoThread()) {
      Turn.onWorker(exchange, sender::send);
    } else {
      sender.send(exchange);
    }
  }

  /** Of the registered codes that Undertow does not know; null for those it does. */
  private static @Nullable String usualReason(int status) {
    return switch (status) {
      case 418 -> "I'm a teapot";
      case 421 -> "Misdirected Request";
      case 425 -> "Too Early";
      case 451 -> "Unavailable For Legal Reasons";
      case 506 -> "Variant Also Negotiates";
      default -> null;
    };
  }

  private static void addAll(List<Field> from, HeaderMap fields) {
    for (Field field : from) {
      fields.add(new HttpString(field.name()), field.value());
    }
  }
}
