package dev.homeport.server.socket;

import dev.homeport.engine.Conversation;
import dev.homeport.engine.Conversation.Heard;
import dev.homeport.engine.answer.Items;
import dev.homeport.engine.answer.Reaction;
import dev.homeport.engine.answer.Reaction.Close;
import dev.homeport.engine.answer.Sending;
import dev.homeport.engine.http.MessageKind;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;

/**
 * Does on a socket what the engine decides: says what is to be said when it opens, now and then,
 * and upon messages. Lives on the I/O thread of the connection.
 */
final class Dialogue {

  /** Scripts under way at the same time; beyond that nothing more should be heard. */
  private static final int MOST_SCRIPTS = 1_000;

  private static final Close CANNOT_ANSWER = new Close(1011, "the mock cannot answer");

  private final Conversation conversation;
  private final Entry handshake;
  private final OpenSocket socket;
  private final OpenSocket.Place place;
  private final XnioIoThread thread;
  private final Set<Script> scripts = new LinkedHashSet<>();
  private boolean isOver;

  Dialogue(
      Conversation conversation,
      Entry handshake,
      OpenSocket socket,
      OpenSocket.Place place,
      XnioIoThread thread) {
    this.conversation = conversation;
    this.handshake = handshake;
    this.socket = socket;
    this.place = place;
    this.thread = thread;
  }

  void start() {
    Outcome beginning = conversation.beginning();
    play(conversation.open(), new ToClient(beginning, () -> {}));
    play(conversation.every(), new ToClient(beginning, () -> {}));
  }

  /** Whether so much is under way that nothing more should be heard. */
  boolean isFull() {
    return scripts.size() > MOST_SCRIPTS;
  }

  /** Goes on with what had no room. */
  void resume() {
    List.copyOf(scripts).forEach(Script::resume);
  }

  /** Says nothing more. */
  void stop() {
    isOver = true;
    scripts.forEach(Script::stop);
    scripts.clear();
  }

  void hear(MessageKind kind, byte[] content) {
    Heard heard = conversation.hear(kind, content);
    place.books().received(heard, handshake.id(), handshake.clientPort());
    if (heard.failure() == null) {
      react(heard.reaction(), heard.outcome());
    } else {
      socket.end(CANNOT_ANSWER);
    }
  }

  private void react(Reaction reaction, Outcome by) {
    place.outbox().send(reaction.sendings(), by, thread);
    Close close = reaction.close();
    Countdown open = new Countdown(close == null ? () -> {} : () -> socket.end(close));
    if (reaction.reply() == null) {
      open.one();
    } else {
      play(reaction.reply(), new ToClient(by, open::one));
    }
    if (reaction.broadcast() == null) {
      open.one();
    } else {
      play(reaction.broadcast(), new ToAll(by, open::one));
    }
  }

  private void play(@Nullable Items items, Script.Stage stage) {
    if (items != null && !isOver) {
      Script script = new Script(items, stage, thread);
      scripts.add(script);
      script.resume();
    }
  }

  /** Runs something after both the reply and the broadcast. */
  private static final class Countdown {
    private final Runnable last;
    private int left = 2;

    Countdown(Runnable last) {
      this.last = last;
    }

    void one() {
      left--;
      if (left == 0) {
        last.run();
      }
    }
  }

  private abstract class Told implements Script.Stage {

    private final Runnable then;

    Told(Runnable then) {
      this.then = then;
    }

    Sending message(Sending.Form form, byte[] content) {
      return Sending.now(conversation.handshake().rawPath(), form, content);
    }

    @Override
    public boolean hasRoom() {
      return !socket.isBehind();
    }

    @Override
    public void ended(Script script) {
      scripts.remove(script);
      then.run();
      socket.readOn();
    }

    @Override
    public void failed(Script script, String why) {
      scripts.remove(script);
      handshake.failed(why);
      place.books().ended().accept(handshake);
      socket.end(CANNOT_ANSWER);
    }
  }

  private final class ToClient extends Told {

    private final Outcome by;

    ToClient(Outcome by, Runnable then) {
      super(then);
      this.by = by;
    }

    @Override
    public void say(Sending.Form form, byte[] content) {
      Request target = conversation.handshake();
      Sending message = message(form, content);
      socket.tell(message, place.books().sent(target, message, by, handshake.id()));
    }
  }

  /** To every client of the same path. */
  private final class ToAll extends Told {

    private final Outcome by;

    ToAll(Outcome by, Runnable then) {
      super(then);
      this.by = by;
    }

    @Override
    public void say(Sending.Form form, byte[] content) {
      place.audience().tell(message(form, content), by);
    }
  }
}
