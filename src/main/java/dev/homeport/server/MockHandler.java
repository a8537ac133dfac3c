package dev.homeport.server;

import dev.homeport.engine.MockEngine;
import dev.homeport.engine.answer.Answer;
import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.route.Lookup;
import dev.homeport.server.guard.Cors;
import dev.homeport.server.wire.AnswerWriter;
import dev.homeport.server.wire.Turn;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;

/**
 * The way of one request: read it, ask the engine, write the answer. Runs on I/O threads; what may
 * block moves to a worker thread.
 */
final class MockHandler implements HttpHandler {

  private static final byte[] NO_BODY = new byte[0];

  private final MockEngine engine;
  private final AnswerWriter writer;
  private final RunningRequests running;
  private final BodyMemory memory;
  private final BodyLimits limits;

  MockHandler(
      MockEngine engine,
      AnswerWriter writer,
      RunningRequests running,
      BodyMemory memory,
      BodyLimits limits) {
    this.engine = engine;
    this.writer = writer;
    this.running = running;
    this.memory = memory;
    this.limits = limits;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    running.begin(exchange);
    if (exchange.isRequestComplete()) {
      handle(exchange, NO_BODY);
    } else {
      new BodyReader(exchange, limits, memory, outcome(exchange)).start();
    }
  }

  private void handle(HttpServerExchange exchange, byte[] body) {
    Request request = RequestReader.read(exchange, body);
    if (RequestReader.namesAnotherHost(exchange)) {
      writer.write(exchange, request, anotherHost());
      return;
    }
    if (Cors.isPreflight(request.method(), request.headers())) {
      writer.writePreflight(exchange, request);
      return;
    }
    Lookup lookup = engine.lookup(request);
    if (lookup.mayBlock() && exchange.isInIoThread()) {
      Turn.onWorker(exchange, moved -> answer(moved, request, lookup));
    } else {
      answer(exchange, request, lookup);
    }
  }

  private void answer(HttpServerExchange exchange, Request request, Lookup lookup) {
    Answer answer = answered(request, lookup);
    if (answer instanceof Reply reply) {
      writer.write(exchange, request, reply);
    } else {
      throw new AssertionError(answer);
    }
  }

  /** Input may be nested deeper than any stack; that is no reason for an empty 500. */
  private Answer answered(Request request, Lookup lookup) {
    try {
      return engine.answer(request, lookup);
    } catch (StackOverflowError e) {
      String detail =
          "Answering needed a deeper stack than there is: something is nested too deep.";
      return ProblemReply.of(500, "Nested too deep", detail);
    }
  }

  private BodyReader.Outcome outcome(HttpServerExchange exchange) {
    return new BodyReader.Outcome() {
      @Override
      public void complete(byte[] body) {
        handle(exchange, body);
      }

      @Override
      public void tooLarge() {
        refuse(tooLargeReply());
      }

      @Override
      public void noMemory() {
        refuse(noMemoryReply());
      }

      @Override
      public void tooSlow() {
        exchange.setPersistent(false);
        refuse(tooSlowReply());
      }

      @Override
      public void broken() {
        exchange.setPersistent(false);
        exchange.setStatusCode(400).endExchange();
      }

      /** The rest of the body is read and dropped, so that the client gets to see the answer. */
      private void refuse(Reply reply) {
        if (HttpContinue.requiresContinueResponse(exchange)) {
          // It waits with its body for a word that does not come.
          exchange.setPersistent(false);
        }
        writer.write(exchange, RequestReader.read(exchange, NO_BODY), reply);
      }
    };
  }

  private Reply tooLargeReply() {
    String detail =
        "The request body is larger than "
            + limits.mostBytes()
            + " bytes; --max-body sets the limit.";
    return ProblemReply.of(413, "Request body too large", detail);
  }

  private Reply tooSlowReply() {
    String detail =
        "Nothing came of the request body for "
            + limits.patience().toSeconds()
            + " seconds; nothing sets this limit.";
    return ProblemReply.of(408, "Request body too slow", detail);
  }

  private static Reply noMemoryReply() {
    String detail =
        "The request bodies being read together take a quarter of the heap; try again,"
            + " or give Java more memory (-Xmx).";
    return ProblemReply.of(503, "Too many request bodies", detail);
  }

  private static Reply anotherHost() {
    String detail = "The request target and the Host field name different hosts.";
    return ProblemReply.of(400, "Two hosts", detail);
  }
}
