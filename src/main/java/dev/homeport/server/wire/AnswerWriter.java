package dev.homeport.server.wire;

import dev.homeport.engine.answer.Fault;
import dev.homeport.engine.answer.Items;
import dev.homeport.engine.answer.Pace;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import dev.homeport.server.guard.Cors;
import dev.homeport.server.timing.Pause;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;

/**
 * Puts a reply on the wire: decides ranges and conditional requests, adds what the wire adds
 * ({@code Date}, {@code Content-Length}, CORS), waits without holding a thread, sends. Safe for any
 * number of threads.
 */
public final class AnswerWriter {

  /** Who hears of the stream that an exchange sends. */
  public static final AttachmentKey<Consumer<OpenStream>> STREAMING =
      AttachmentKey.create(Consumer.class);

  /**
   * Who gets the connection of an exchange that is answered 101, before that leaves; what is
   * returned is run after that.
   */
  public static final AttachmentKey<BiFunction<StreamConnection, HttpServerExchange, Runnable>>
      UPGRADED = AttachmentKey.create(BiFunction.class);

  private static final int SWITCHING_PROTOCOLS = 101;
  private static final String DATE = "Date";
  private static final String CONTENT_LENGTH = "Content-Length";
  private static final String TRANSFER_ENCODING = "Transfer-Encoding";
  private static final HttpString LENGTH = new HttpString(CONTENT_LENGTH);
  private static final HttpString CONNECTION = new HttpString("Connection");

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
   * Decides all that will be sent, the fields of the wire included; nothing leaves yet.
   *
   * @param reply of the engine or of the server
   */
  public Outgoing prepare(Request request, Reply reply) {
    Delivery delivery = Delivery.of(request, reply);
    List<Field> added = cors.answer(request.headers(), delivery.headers());
    Outgoing whole = outgoing(request, delivery, added, reply.delay(), reply.pace());
    return reply.fault() == null ? whole : FaultyResponse.of(whole, reply.fault());
  }

  /**
   * Decides all that will be sent of another server's answer; nothing leaves yet.
   *
   * @param answer of the other server
   * @param plan what the route says of the delay, the pace and the fault
   */
  public Outgoing prepare(Request request, RelayedAnswer answer, Reply plan) {
    Headers own = Headers.of(answer.headers());
    List<Field> added = new ArrayList<>(cors.answer(request.headers(), own));
    added.removeIf(field -> field.name().equals("Vary") && answer.varies(field.value()));
    Outgoing whole = outgoing(request, answer.delivery(), added, plan.delay(), plan.pace());
    return plan.fault() == null ? whole : FaultyResponse.of(whole, plan.fault());
  }

  /** The answer to a preflight (Fetch Standard, "CORS-preflight fetch"). */
  public Outgoing preparePreflight(Request request) {
    List<Field> fields = cors.preflight(request.headers());
    Delivery delivery = new Delivery(204, null, Headers.of(fields), List.of());
    return outgoing(request, delivery, List.of(), Duration.ZERO, null);
  }

  private Outgoing outgoing(
      Request request, Delivery delivery, List<Field> added, Duration delay, @Nullable Pace pace) {
    int status = delivery.status();
    long length = delivery.length();
    Headers own = delivery.headers();
    Headers.Builder fields = new Headers.Builder(own.size() + added.size() + 2);
    for (int i = 0; i < own.size(); i++) {
      fields.add(own.field(i));
    }
    for (int i = 0; i < added.size(); i++) {
      fields.add(added.get(i));
    }
    if (own.first(DATE) == null) {
      fields.add(date.after(delay));
    }
    if (length == Segment.UNKNOWN) {
      fields.add(new Field(TRANSFER_ENCODING, "chunked"));
    } else if (status != 204 && status != 304 && status != SWITCHING_PROTOCOLS) {
      fields.add(new Field(CONTENT_LENGTH, Long.toString(length)));
    }
    boolean isBodiless = length == 0 || request.method().equals("HEAD");
    return new Outgoing(
        status,
        delivery.reason() == null ? usualReason(status) : delivery.reason(),
        fields.build(),
        isBodiless ? List.of() : delivery.body(),
        isBodiless ? 0 : length,
        delay,
        pace,
        null);
  }

  /** Sends after the delay and ends the exchange; on the exchange's thread of the moment. */
  public void send(HttpServerExchange exchange, Outgoing outgoing) {
    Duration delay = outgoing.delay();
    if (delay.isZero() || delay.isNegative()) {
      sendNow(exchange, outgoing, false);
      return;
    }
    Turn.later(
        exchange,
        Pause.millis(delay),
        later -> sendNow(later, outgoing, ClientPresence.hasEndedSending(later)));
  }

  private void sendNow(HttpServerExchange exchange, Outgoing outgoing, boolean mayHaveLeft) {
    Fault fault = outgoing.fault();
    if (fault != null && outgoing.status() == 0) {
      FaultSender.send(exchange, fault);
      return;
    }
    if (outgoing.status() == SWITCHING_PROTOCOLS) {
      // Persistent, or Undertow closes what is to be another protocol's connection.
      exchange.setPersistent(true);
    } else if (closing.getAsBoolean()) {
      exchange.setPersistent(false);
    }
    exchange.setStatusCode(outgoing.status());
    if (!outgoing.reason().equals(StatusCodes.getReason(outgoing.status()))) {
      exchange.setReasonPhrase(outgoing.reason());
    }
    HeaderMap fields = exchange.getResponseHeaders();
    Headers headers = outgoing.headers();
    for (int i = 0; i < headers.size(); i++) {
      Field field = headers.field(i);
      fields.add(HttpString.tryFromString(field.name()), field.value());
    }
    if (exchange.isHttp10() && fields.contains(TRANSFER_ENCODING)) {
      // Such a client knows no chunks: the end of the connection is the end (RFC 9112, 6.1, 6.3).
      fields.remove(TRANSFER_ENCODING);
      exchange.setPersistent(false);
    }
    if (!exchange.isPersistent()) {
      // Undertow says so only beside a body (RFC 9112, 9.6).
      fields.put(CONNECTION, "close");
    } else if (exchange.isHttp10()) {
      // Without this word such a client takes the connection for closed (RFC 9112, C.2.2).
      fields.put(CONNECTION, "keep-alive");
    }
    Items items = outgoing.items();
    Relay relay = outgoing.relay();
    if (relay != null) {
      RelaySender.send(exchange, outgoing, relay);
    } else if (items != null) {
      stream(exchange, items);
    } else if (outgoing.status() == SWITCHING_PROTOCOLS) {
      Upgrade.send(exchange, exchange.getAttachment(UPGRADED));
    } else if (outgoing.leavesAtOnce() && !mayHaveLeft) {
      exchange.getResponseSender().send(ByteBuffer.wrap(outgoing.bytesAtHand()), WholeBody.SENT);
    } else if (outgoing.length() > 0) {
      new BodySender(outgoing, mayHaveLeft).start(exchange);
    } else if (fault != null) {
      HeadSender.send(exchange, fault);
    } else {
      end(exchange);
    }
  }

  private static void stream(HttpServerExchange exchange, Items items) {
    ItemFeed feed = new ItemFeed(items, exchange.getIoThread());
    Consumer<OpenStream> hears = exchange.getAttachment(STREAMING);
    if (hears != null) {
      hears.accept(feed);
    }
    StreamSender.send(exchange, feed);
  }

  private static void end(HttpServerExchange exchange) {
    if (exchange.getResponseHeaders().contains(TRANSFER_ENCODING)) {
      // The head of a stream: without a channel Undertow would add Content-Length: 0.
      exchange.getResponseChannel();
    } else if (!exchange.getResponseHeaders().contains(LENGTH)) {
      // A 204 or 304: to HEAD Undertow would add Transfer-Encoding, which neither may have (RFC
      // 9112, 6.1). It looks when the channel is made, and writes what is there afterwards.
      exchange.getResponseHeaders().put(LENGTH, 0);
      exchange.getResponseChannel();
      exchange.getResponseHeaders().remove(LENGTH);
    }
    exchange.endExchange();
  }

  /** The registered phrase; Undertow does not know all codes. */
  private static String usualReason(int status) {
    return switch (status) {
      case 418 -> "I'm a teapot";
      case 421 -> "Misdirected Request";
      case 425 -> "Too Early";
      case 451 -> "Unavailable For Legal Reasons";
      case 506 -> "Variant Also Negotiates";
      default -> StatusCodes.getReason(status);
    };
  }
}
