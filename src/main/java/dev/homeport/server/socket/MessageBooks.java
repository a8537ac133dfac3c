package dev.homeport.server.socket;

import dev.homeport.engine.Conversation.Heard;
import dev.homeport.engine.answer.Sending;
import dev.homeport.engine.http.MessageKind;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Arrival;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Exchange;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.MessageNote;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.journal.SentResponse;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Where the messages of a port are written down: those that came beside the requests, those that
 * mocks sent by themselves, so that a chatty mock drives no request out of the journal. Each is
 * there before it is acted on, or leaves. Safe for any number of threads.
 *
 * @param ended hears of each message when it is known what became of it
 */
public record MessageBooks(Journal journal, Journal sent, Consumer<Entry> ended, Clock clock) {

  private static final String PROTOCOL = "WebSocket";

  /**
   * A message came.
   *
   * @param connection the id of its handshake
   */
  Entry received(Heard heard, long connection, int clientPort) {
    MessageKind kind = kind(heard.request());
    Entry entry =
        journal.add(
            new Exchange(
                heard.request(),
                arrival(clientPort),
                heard.outcome(),
                SentResponse.none(),
                null,
                MessageNote.from(kind, connection)));
    String failure = heard.failure();
    if (failure != null) {
      entry.failed(failure);
    }
    entry.answered(System.nanoTime());
    ended.accept(entry);
    return entry;
  }

  private static MessageKind kind(Request message) {
    MessageKind kind = message.messageKind();
    return kind == null ? MessageKind.TEXT : kind;
  }

  /**
   * A message is about to leave.
   *
   * @param target has the path that it goes to
   * @param connections the ids of their handshakes; none when nobody is there
   */
  Receipt sent(Request target, Sending message, Outcome by, long... connections) {
    return new Receipt(write(target, message, by, connections), connections.length, ended);
  }

  private Entry write(Request target, Sending message, Outcome by, long... connections) {
    return sent.add(
        new Exchange(
            target.message(message.kind(), message.content()),
            arrival(0),
            by,
            SentResponse.none(),
            null,
            new MessageNote(message.kind(), true, connections)));
  }

  /** A message cannot be sent to anybody. */
  void notSent(Request target, Sending message, Outcome by, String why) {
    Entry entry = write(target, message, by);
    entry.failed(why);
    entry.aborted(System.nanoTime());
    ended.accept(entry);
  }

  private Arrival arrival(int clientPort) {
    return new Arrival(clock.instant(), System.nanoTime(), PROTOCOL, clientPort);
  }
}
