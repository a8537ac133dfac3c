package dev.homeport.server.forward;

import dev.homeport.engine.answer.Forward;
import dev.homeport.engine.answer.ForwardObserver;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.OutboundResult;
import dev.homeport.server.guard.Cors;
import dev.homeport.server.outbound.OutboundClient;
import dev.homeport.server.wire.AnswerWriter;
import dev.homeport.server.wire.Outgoing;
import io.undertow.server.HttpServerExchange;
import org.jspecify.annotations.Nullable;

/**
 * Asks another server for the answer to a request. No thread waits for it; bodies are sent on as
 * they come. Safe for any number of threads.
 */
public final class Forwarder {

  /** What to do with the answer, or with ours that says why there is none; called once. */
  public interface Then {

    /** Within the exchange. */
    void answer(HttpServerExchange exchange, Outgoing outgoing, OutboundResult result);
  }

  private final OutboundClient client;
  private final AnswerWriter writer;
  private final Cors cors;
  private final String via;
  private final int mostKept;
  private final @Nullable ForwardObserver observer;

  /**
   * @param via how this server is called in {@code Via}, like no other
   * @param mostKept bytes of an answer's body that are kept for the journal
   * @param observer or null
   */
  public Forwarder(
      OutboundClient client,
      AnswerWriter writer,
      Cors cors,
      String via,
      int mostKept,
      @Nullable ForwardObserver observer) {
    this.client = client;
    this.writer = writer;
    this.cors = cors;
    this.via = via;
    this.mostKept = observer == null ? mostKept : ForwardObserver.MOST_BODY;
    this.observer = observer;
  }

  /**
   * Forwards a request whose body has been read. A client that leaves before there is an answer
   * ends the call and the exchange.
   *
   * @param plan what the route says beside {@code proxy}
   */
  public void forward(
      HttpServerExchange exchange, Request request, Reply plan, Forward forward, Then then) {
    Forwarding forwarding = new Forwarding(this, exchange, request, plan, forward, then);
    exchange.dispatch(exchange.getIoThread(), forwarding::start);
  }

  OutboundClient client() {
    return client;
  }

  AnswerWriter writer() {
    return writer;
  }

  Cors cors() {
    return cors;
  }

  String via() {
    return via;
  }

  int mostKept() {
    return mostKept;
  }

  @Nullable ForwardObserver observer() {
    return observer;
  }
}
