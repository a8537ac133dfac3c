package dev.homeport.server;

import dev.homeport.engine.Conversation;
import dev.homeport.engine.Decision;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.answer.Sending;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Entry;
import dev.homeport.server.guard.Cors;
import dev.homeport.server.socket.Audience;
import dev.homeport.server.socket.Listener;
import dev.homeport.server.socket.OpenSockets;
import dev.homeport.server.socket.Receipt;
import dev.homeport.server.wire.AnswerWriter;
import dev.homeport.server.wire.OpenStream;
import dev.homeport.server.wire.Outgoing;
import io.undertow.server.HttpServerExchange;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a connection beyond its answer: a WebSocket, or a stream to which others may
 * speak. Safe for any number of threads.
 *
 * @param cors which pages may open a WebSocket
 */
record SocketDoor(OpenSockets sockets, Cors cors) {

  /** Why a handshake is not even shown to the routes; null when it is. */
  @Nullable Reply refusal(HttpServerExchange exchange, Request request) {
    if (exchange.isHttp10()) {
      return Refusals.oldHandshake();
    }
    return cors.maySpeak(request.headers()) ? null : Refusals.foreignPage();
  }

  /** Does what follows from a decision; to be called before the answer leaves. */
  void follow(
      HttpServerExchange exchange,
      Passage passage,
      Request request,
      Decision decision,
      Outgoing outgoing) {
    Conversation conversation = decision.conversation();
    if (conversation != null) {
      exchange.putAttachment(
          AnswerWriter.UPGRADED,
          (connection, answered) ->
              sockets.prepare(
                  connection, answered.getConnection(), conversation, passage.written()));
    } else if (outgoing.items() != null) {
      exchange.putAttachment(
          AnswerWriter.STREAMING, stream -> join(stream, request.rawPath(), passage.written()));
    }
    if (!decision.sendings().isEmpty()) {
      sockets.send(decision.sendings(), decision.outcome(), exchange.getIoThread());
    }
  }

  private void join(OpenStream stream, String rawPath, Entry entry) {
    Audience audience = sockets.audience();
    Listener listener = new StreamListener(entry.id(), stream);
    stream.onClose(() -> audience.leave(rawPath, listener));
    audience.join(rawPath, listener);
  }

  private record StreamListener(long connection, OpenStream stream) implements Listener {

    @Override
    public void tell(Sending message, Receipt receipt) {
      stream.insert(message, receipt);
    }
  }
}
