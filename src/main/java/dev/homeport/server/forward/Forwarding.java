package dev.homeport.server.forward;

import dev.homeport.engine.answer.Forward;
import dev.homeport.engine.answer.ForwardObserver;
import dev.homeport.engine.answer.ForwardedExchange;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Handshake;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.HopByHop;
import dev.homeport.engine.http.HttpUrl;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.OutboundResult;
import dev.homeport.server.outbound.OutboundCall;
import dev.homeport.server.outbound.OutboundFailure;
import dev.homeport.server.outbound.OutboundRequest;
import dev.homeport.server.outbound.ResponseHead;
import dev.homeport.server.wire.ClientWatch;
import dev.homeport.server.wire.Inflow;
import dev.homeport.server.wire.Outgoing;
import dev.homeport.server.wire.Relay;
import dev.homeport.server.wire.RelayedAnswer;
import dev.homeport.server.wire.Turn;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** One request on its way to another server and back. On the I/O thread of its exchange. */
final class Forwarding implements OutboundCall.Listener {

  private final Forwarder forwarder;
  private final HttpServerExchange exchange;
  private final Request request;
  private final Reply plan;
  private final Forward forward;
  private final HttpUrl url;
  private final Forwarder.Then then;
  private final ClientWatch client;
  private long begin;
  private @Nullable OutboundCall call;
  private boolean answered;

  Forwarding(
      Forwarder forwarder,
      HttpServerExchange exchange,
      Request request,
      Reply plan,
      Forward forward,
      Forwarder.Then then) {
    this.forwarder = forwarder;
    this.exchange = exchange;
    this.request = request;
    this.plan = plan;
    this.forward = forward;
    this.url = forward.url(request.target());
    this.then = then;
    this.client = new ClientWatch(exchange, this::clientLeft);
  }

  void start() {
    begin = System.nanoTime();
    if (ForwardHeaders.hasPassed(request, forwarder.via())) {
      refuse(ForwardProblem.loop(request, url, forward.at()), "the request came back");
      return;
    }
    if (Handshake.isAsked(request)) {
      refuse(ForwardProblem.webSocket(request, url, forward.at()), "no WebSocket is forwarded");
      return;
    }
    client.begin();
    if (answered) {
      return;
    }
    List<Field> fields = ForwardHeaders.request(request, forward, forwarder.via());
    OutboundRequest asked = new OutboundRequest(url, request.method(), fields, request.sentBody());
    OutboundCall begun = forwarder.client().call(exchange.getIoThread(), asked, this);
    if (!answered) {
      call = begun;
    }
  }

  private void clientLeft() {
    if (answered) {
      return;
    }
    answered = true;
    client.end();
    if (call != null) {
      call.cancel();
    }
    IoUtils.safeClose(exchange.getConnection());
    exchange.endExchange();
  }

  @Override
  public void failed(OutboundFailure why) {
    if (!answered) {
      client.end();
      refuse(ForwardProblem.of(request, url, forward.at(), why), why.why());
    }
  }

  private void refuse(Reply problem, String why) {
    answered = true;
    Outgoing outgoing = forwarder.writer().prepare(request, problem.after(plan.delay()));
    OutboundResult result = result(0, why);
    Turn.now(exchange, now -> then.answer(now, outgoing, result));
  }

  @Override
  public void answered(ResponseHead head, Inflow body) {
    answered = true;
    client.end();
    Relay relay = new Relay(body, forwarder.mostKept());
    exchange.addExchangeCompleteListener(
        (ended, next) -> {
          relay.close();
          observe(head, relay);
          next.proceed();
        });
    Outgoing outgoing = forwarder.writer().prepare(request, relayed(head, relay), plan);
    if (outgoing.relay() == null && plan.fault() == null) {
      relay.end();
    }
    OutboundResult result = result(head.status(), null);
    Turn.now(exchange, now -> then.answer(now, outgoing, result));
  }

  private RelayedAnswer relayed(ResponseHead head, Relay relay) {
    LocationRewriting location = new LocationRewriting(forward, request.baseUrl());
    List<Field> fields =
        ForwardHeaders.answer(
            head.headers(), plan.headers().fields(), location, !forwarder.cors().isOn());
    return new RelayedAnswer(
        head.status(), head.reason(), fields, relay, head.contentLength(request.method()));
  }

  private void observe(ResponseHead head, Relay relay) {
    ForwardObserver observer = forwarder.observer();
    if (observer != null) {
      Headers headers = Headers.of(HopByHop.without(head.headers()));
      observer.forwarded(
          new ForwardedExchange(
              request,
              url,
              head.status(),
              head.reason(),
              headers,
              relay.kept(),
              relay.isKeptWhole()));
    }
  }

  private OutboundResult result(int status, @Nullable String failure) {
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    return new OutboundResult(request.method(), url.toString(), status, failure, time);
  }
}
