package dev.homeport.server;

import dev.homeport.engine.Decision;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.ContentCoding;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.route.Lookup;
import dev.homeport.server.forward.Forwarder;
import dev.homeport.server.guard.Cors;
import dev.homeport.server.guard.HostGuard;
import dev.homeport.server.wire.AnswerWriter;
import dev.homeport.server.wire.Outgoing;
import dev.homeport.server.wire.Turn;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request: guard it, read it, ask the engine, write the answer. Runs on I/O threads;
 * what may block moves to a worker thread.
 */
final class MockHandler implements HttpHandler {

  private static final byte[] NO_BODY = new byte[0];

  private final MockEngine engine;
  private final HostGuard guard;
  private final Cors cors;
  private final AnswerWriter writer;
  private final Forwarder forwarder;
  private final Passage.Books books;
  private final BodyMemory memory;
  private final BodyLimits limits;

  MockHandler(
      MockEngine engine,
      HostGuard guard,
      Cors cors,
      AnswerWriter writer,
      Forwarder forwarder,
      Passage.Books books,
      BodyMemory memory,
      BodyLimits limits) {
    this.engine = engine;
    this.guard = guard;
    this.cors = cors;
    this.writer = writer;
    this.forwarder = forwarder;
    this.books = books;
    this.memory = memory;
    this.limits = limits;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Passage passage = Passage.begin(exchange, books);
    Reply refusal = refusal(exchange);
    if (refusal != null) {
      refuse(exchange, passage, refusal);
    } else if (exchange.isRequestComplete()) {
      handle(exchange, passage, NO_BODY);
    } else {
      new BodyReader(exchange, limits, memory, outcome(exchange, passage)).start();
    }
  }

  /** What the head alone decides; null when the request may come in. */
  private @Nullable Reply refusal(HttpServerExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
    if (host != null && !guard.allows(host, engine.namedHosts())) {
      return Refusals.foreignHost(guard.refusal(host));
    }
    return HeadCheck.refusal(exchange);
  }

  private void handle(HttpServerExchange exchange, Passage passage, byte[] body) {
    Request request = RequestReader.read(exchange, body);
    List<String> codings = body.length == 0 ? List.of() : ContentCoding.of(request.headers());
    if (codings.isEmpty()) {
      handle(exchange, passage, request);
      return;
    }
    String unknown = ContentCoding.unknown(codings);
    if (unknown != null) {
      refuse(exchange, passage, request, Refusals.unknownCoding(unknown));
    } else {
      Turn.onWorker(exchange, moved -> decode(moved, passage, request, codings));
    }
  }

  private void decode(
      HttpServerExchange exchange, Passage passage, Request request, List<String> codings) {
    try {
      byte[] content = ContentCoding.decode(request.body(), codings, (int) limits.mostBytes());
      if (content == null) {
        refuse(exchange, passage, request, Refusals.decodedBodyTooLarge(limits));
      } else {
        handle(exchange, passage, request.decoded(content));
      }
    } catch (IOException e) {
      refuse(exchange, passage, request, Refusals.brokenCoding(codings));
    }
  }

  private void handle(HttpServerExchange exchange, Passage passage, Request request) {
    if (cors.isPreflight(request.method(), request.headers())) {
      passage.leaveUnwritten();
      writer.send(exchange, writer.preparePreflight(request));
      return;
    }
    Lookup lookup = engine.lookup(request);
    if (lookup.mayBlock() && exchange.isInIoThread()) {
      Turn.onWorker(exchange, moved -> answer(moved, passage, request, lookup));
    } else {
      answer(exchange, passage, request, lookup);
    }
  }

  private void answer(
      HttpServerExchange exchange, Passage passage, Request request, Lookup lookup) {
    Decision decision = decision(request, lookup);
    if (!(decision.answer() instanceof Reply reply)) {
      throw new AssertionError(decision);
    }
    if (!decision.callbacks().isEmpty()) {
      passage.isFollowedBy(request, decision.callbacks());
    }
    if (reply.body() instanceof Body.Forwarded body && reply.sendsHead()) {
      Outcome outcome = decision.outcome();
      passage.forwards(request, outcome);
      forwarder.forward(
          exchange,
          request,
          reply,
          body.forward(),
          (later, outgoing, result) -> {
            passage.decided(request, outcome, outgoing, result);
            writer.send(later, outgoing);
          });
    } else {
      send(exchange, passage, request, decision.outcome(), reply);
    }
  }

  /** Input may be nested deeper than any stack; that is no reason for an empty 500. */
  private Decision decision(Request request, Lookup lookup) {
    try {
      return engine.answer(request, lookup);
    } catch (StackOverflowError e) {
      return Refusals.nestedTooDeep();
    }
  }

  /** The rest of the body is read and dropped, so that the client gets to see the answer. */
  private void refuse(HttpServerExchange exchange, Passage passage, Reply reply) {
    if (HttpContinue.requiresContinueResponse(exchange)) {
      // It waits with its body for a word that does not come.
      exchange.setPersistent(false);
    }
    refuse(exchange, passage, RequestReader.read(exchange, NO_BODY), reply);
  }

  private void refuse(HttpServerExchange exchange, Passage passage, Request request, Reply reply) {
    send(exchange, passage, request, Refusals.outcome(reply), reply);
  }

  private void send(
      HttpServerExchange exchange, Passage passage, Request request, Outcome outcome, Reply reply) {
    Outgoing outgoing = writer.prepare(request, reply);
    passage.decided(request, outcome, outgoing);
    writer.send(exchange, outgoing);
  }

  private BodyReader.Outcome outcome(HttpServerExchange exchange, Passage passage) {
    return new BodyReader.Outcome() {
      @Override
      public void complete(byte[] body) {
        handle(exchange, passage, body);
      }

      @Override
      public void tooLarge() {
        refuse(exchange, passage, Refusals.bodyTooLarge(limits));
      }

      @Override
      public void noMemory() {
        refuse(exchange, passage, Refusals.noMemory());
      }

      @Override
      public void tooSlow() {
        exchange.setPersistent(false);
        refuse(exchange, passage, Refusals.bodyTooSlow(limits));
      }

      @Override
      public void broken() {
        exchange.setPersistent(false);
        exchange.endExchange();
      }
    };
  }
}
