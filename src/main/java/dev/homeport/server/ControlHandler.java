package dev.homeport.server;

import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.ContentCoding;
import dev.homeport.engine.http.Request;
import dev.homeport.server.control.ControlAnswer;
import dev.homeport.server.control.ControlApi;
import dev.homeport.server.guard.ControlGuard;
import dev.homeport.server.guard.Cors;
import dev.homeport.server.wire.AnswerWriter;
import dev.homeport.server.wire.StreamWriter;
import dev.homeport.server.wire.Turn;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of a request to the control API: guard it, read it, let it be answered on a worker
 * thread, send the answer. It is not in the journal and not in the log. Safe for any number of
 * threads.
 */
final class ControlHandler implements HttpHandler {

  private static final byte[] NO_BODY = new byte[0];

  private final ControlApi api;
  private final ControlGuard guard;
  private final RunningRequests running;
  private final BodyMemory memory;
  private final BodyLimits limits;
  private final AnswerWriter writer;
  private final StreamWriter streams = new StreamWriter(Clock.systemUTC());

  ControlHandler(
      ControlApi api,
      ControlGuard guard,
      RunningRequests running,
      BodyMemory memory,
      Duration bodyTimeout) {
    this.api = api;
    this.guard = guard;
    this.running = running;
    this.memory = memory;
    this.limits = new BodyLimits(ControlApi.MOST_BODY, bodyTimeout);
    // No page reads it, so no page is told that it may.
    Cors nobody = Cors.of(List.of("none"));
    this.writer = new AnswerWriter(nobody, Clock.systemUTC(), running::isClosing);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    running.begin();
    exchange.addExchangeCompleteListener(
        (ended, next) -> {
          running.end();
          next.proceed();
        });
    Request head = RequestReader.read(exchange, NO_BODY);
    Reply refusal = refusal(exchange, head);
    if (refusal != null) {
      refuse(exchange, refusal);
    } else if (exchange.isRequestComplete()) {
      answer(exchange, head);
    } else {
      new BodyReader(exchange, limits, memory, outcome(exchange)).start();
    }
  }

  private @Nullable Reply refusal(HttpServerExchange exchange, Request head) {
    Reply guarded = guard.refusal(head.headers());
    if (guarded != null) {
      return guarded;
    }
    Reply unreadable = HeadCheck.refusal(exchange);
    if (unreadable != null) {
      return unreadable;
    }
    if (!ContentCoding.of(head.headers()).isEmpty()) {
      return ProblemReply.of(
          415, "Unknown Content-Encoding", "The control API takes bodies without one.");
    }
    return api.refusal(head);
  }

  /** The rest of the body is read and dropped, so that the client gets to see the answer. */
  private void refuse(HttpServerExchange exchange, Reply reply) {
    if (HttpContinue.requiresContinueResponse(exchange)) {
      // It waits with its body for a word that does not come.
      exchange.setPersistent(false);
    }
    send(exchange, RequestReader.read(exchange, NO_BODY), reply);
  }

  private void answer(HttpServerExchange exchange, Request request) {
    Turn.onWorker(exchange, moved -> put(moved, request, api.answer(request)));
  }

  private void put(HttpServerExchange exchange, Request request, ControlAnswer answer) {
    if (answer instanceof ControlAnswer.Now now) {
      send(exchange, request, now.reply());
    } else if (answer instanceof ControlAnswer.Later later) {
      Turn.after(exchange, later.reply(), (then, reply) -> send(then, request, reply));
    } else if (answer instanceof ControlAnswer.Streamed streamed) {
      streams.write(exchange, ControlGuard.guarded(streamed.head()), streamed.feed());
    } else {
      throw new AssertionError(answer);
    }
  }

  private void send(HttpServerExchange exchange, Request request, Reply reply) {
    writer.send(exchange, writer.prepare(request, ControlGuard.guarded(reply)));
  }

  private BodyReader.Outcome outcome(HttpServerExchange exchange) {
    return new BodyReader.Outcome() {
      @Override
      public void complete(byte[] body) {
        answer(exchange, RequestReader.read(exchange, body));
      }

      @Override
      public void tooLarge() {
        refuse(
            exchange,
            ProblemReply.of(
                413,
                "Request body too large",
                "The control API takes bodies up to " + limits.mostBytes() + " bytes."));
      }

      @Override
      public void noMemory() {
        refuse(exchange, Refusals.noMemory());
      }

      @Override
      public void tooSlow() {
        exchange.setPersistent(false);
        refuse(exchange, Refusals.bodyTooSlow(limits));
      }

      @Override
      public void broken() {
        exchange.setPersistent(false);
        exchange.endExchange();
      }
    };
  }
}
