package dev.homeport.server.socket;

import dev.homeport.engine.Conversation;
import dev.homeport.engine.answer.Reaction.Close;
import dev.homeport.engine.answer.Sending;
import dev.homeport.engine.http.MessageKind;
import dev.homeport.engine.journal.Closing;
import dev.homeport.engine.journal.Entry;
import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.ServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * One WebSocket from the answer to its handshake until its connection is closed. All but {@link
 * #tell}, {@link #begin} and {@link #close} is for the I/O thread of the connection, which never
 * waits. A client that sends faster than it reads is not read from meanwhile; one that does not
 * take what others send it is closed with 1013.
 */
final class OpenSocket implements Listener, FrameReader.Listener {

  /** What a socket needs of its port. */
  record Place(
      Audience audience,
      Outbox outbox,
      MessageBooks books,
      ByteBufferPool buffers,
      MessageMemory memory,
      long mostBytes) {}

  /** While more waits for the client, neither is more said nor read. */
  private static final long BEHIND = 256 << 10;

  /** For the client to agree to a close frame, and to end the connection. */
  private static final int CLOSE_PATIENCE_MILLIS = 3_000;

  private final StreamConnection connection;
  private final ConduitStreamSourceChannel source;
  private final XnioIoThread thread;
  private final Turns turns;
  private final Entry handshake;
  private final String rawPath;
  private final Place place;
  private final Consumer<OpenSocket> ended;
  private final Dialogue dialogue;
  private final FrameReader reader;
  private final FrameWriter writer;

  /** Whether something waits for the client to have read what it was sent. */
  private boolean isHalted;

  private boolean closeIsSent;
  private boolean isOver;
  private XnioExecutor.@Nullable Key alarm;

  /**
   * A socket whose handshake has been answered.
   *
   * @param handshake its entry, which learns how it ends
   * @param ended told once, when the connection is closed
   */
  OpenSocket(
      StreamConnection connection,
      Conversation conversation,
      Entry handshake,
      Place place,
      Consumer<OpenSocket> ended) {
    this.connection = connection;
    this.source = connection.getSourceChannel();
    this.thread = connection.getIoThread();
    this.turns = new Turns(thread);
    this.handshake = handshake;
    this.rawPath = conversation.handshake().rawPath();
    this.place = place;
    this.ended = ended;
    this.dialogue = new Dialogue(conversation, handshake, this, place, thread);
    this.reader = new FrameReader(place.mostBytes(), place.memory(), this);
    this.writer = new FrameWriter(connection.getSinkChannel(), this::drained);
  }

  @Override
  public long connection() {
    return handshake.id();
  }

  /**
   * Listens on its path from now on, before the client can know that it does. What it hears waits
   * until it has {@link #begin begun}.
   *
   * @param of the same connection as Undertow knows it
   */
  void prepare(ServerConnection of) {
    place.audience().join(rawPath, this);
    of.addCloseListener(closed -> turns.takeInAnyCase(this::over));
    if (!of.isOpen()) {
      turns.takeInAnyCase(this::over);
    }
  }

  /** Begins to read and to say what is to be said: the answer to the handshake has left. */
  void begin() {
    if (!turns.takeLater(this::begun)) {
      over();
    }
  }

  private void begun() {
    if (isOver) {
      return;
    }
    source.setReadListener(readable -> read());
    connection.getSinkChannel().setWriteListener(writable -> flush());
    dialogue.start();
    turns.begin();
    source.resumeReads();
    read();
  }

  // What comes

  private void read() {
    try (PooledByteBuffer pooled = place.buffers().allocate()) {
      ByteBuffer buffer = pooled.getBuffer();
      while (!isOver) {
        if (isHeldBack()) {
          source.suspendReads();
          return;
        }
        buffer.clear();
        int count = source.read(buffer);
        if (count == 0) {
          return;
        } else if (count < 0) {
          IoUtils.safeClose(connection);
          return;
        }
        buffer.flip();
        reader.read(buffer);
      }
    } catch (BrokenFrameException e) {
      fail(e.close());
    } catch (IOException e) {
      IoUtils.safeClose(connection);
    }
  }

  private boolean isHeldBack() {
    return !closeIsSent && (isBehind() || dialogue.isFull());
  }

  /** Reads again what was left alone, if there is room for answers now. */
  void readOn() {
    if (!isOver && !isHeldBack()) {
      source.resumeReads();
    }
  }

  @Override
  public void message(MessageKind kind, byte[] content) {
    if (!closeIsSent) { // else it crossed our close frame
      dialogue.hear(kind, content);
    }
  }

  @Override
  public void ping(byte[] content) {
    if (!closeIsSent) {
      writer.addControl(Frames.pong(content));
      flush();
    }
  }

  @Override
  public void closed(int code, String reason) {
    note(new Closing(code, reason, true));
    if (closeIsSent) {
      IoUtils.safeClose(connection);
      return;
    }
    writer.endWhenEmpty();
    sendClose(code == FrameReader.NO_CODE ? Frames.bareClose() : Frames.close(new Close(code, "")));
  }

  /** What breaks the protocol ends it; what still comes is read and dropped until the end. */
  private void fail(Close close) {
    if (closeIsSent) {
      IoUtils.safeClose(connection);
      return;
    }
    writer.endWhenEmpty();
    source.setReadListener(readable -> drop());
    end(close);
    drop();
  }

  private void drop() {
    try (PooledByteBuffer pooled = place.buffers().allocate()) {
      ByteBuffer buffer = pooled.getBuffer();
      int count;
      do {
        buffer.clear();
        count = source.read(buffer);
      } while (count > 0);
      if (count < 0) {
        IoUtils.safeClose(connection);
      }
    } catch (IOException e) {
      IoUtils.safeClose(connection);
    }
  }

  // What is said

  /** Whether so much waits for the client that nothing more should be said on its behalf. */
  boolean isBehind() {
    boolean isBehind = writer.waiting() > BEHIND;
    isHalted |= isBehind;
    return isBehind;
  }

  @Override
  public void tell(Sending message, Receipt receipt) {
    byte[] frame = Frames.message(message.kind(), message.content());
    if (!writer.tryAnnounce(frame.length)) {
      receipt.lost();
      turns.take(this::overflow);
    } else if (!turns.take(() -> add(frame, receipt))) {
      receipt.lost();
    }
  }

  private void add(byte[] frame, Receipt receipt) {
    if (closeIsSent || isOver) {
      writer.takeBack(frame.length);
      receipt.lost();
    } else {
      writer.add(frame, receipt);
      flush();
    }
  }

  private void overflow() {
    if (!closeIsSent) {
      writer.dropUnbegun();
      end(new Close(BrokenFrameException.TRY_LATER, "more than 8 MiB wait to be read"));
    }
  }

  private void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      IoUtils.safeClose(connection);
    }
  }

  private void drained() {
    if (isHalted) {
      isHalted = false;
      turns.takeLater(this::goOn); // not at once: what is said next may be drained as well
    }
  }

  private void goOn() {
    if (!isOver && !closeIsSent) {
      dialogue.resume();
      readOn();
    }
  }

  // The end

  /** Ends it from this side, and waits a while for the client to agree; on any thread. */
  void close(Close close) {
    turns.take(() -> end(close));
  }

  void end(Close close) {
    if (!closeIsSent && !isOver) {
      note(new Closing(close.code(), close.reason(), false));
      sendClose(Frames.close(close));
    }
  }

  private void sendClose(byte[] frame) {
    closeIsSent = true;
    dialogue.stop();
    writer.addControl(frame);
    try {
      alarm =
          thread.executeAfter(
              () -> IoUtils.safeClose(connection), CLOSE_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      IoUtils.safeClose(connection);
    }
    flush();
    source.resumeReads();
  }

  private void note(Closing closing) {
    if (handshake.closing().isEmpty()) {
      handshake.closed(closing);
    }
  }

  /** The connection is closed, whoever did it. */
  private void over() {
    if (isOver) {
      return;
    }
    isOver = true;
    note(Closing.broken());
    place.audience().leave(rawPath, this);
    dialogue.stop();
    turns.begin();
    reader.abandon();
    writer.lose();
    if (alarm != null) {
      alarm.remove();
    }
    ended.accept(this);
  }

  /** Closes the connection at once, whatever is under way; on any thread. */
  void abort() {
    IoUtils.safeClose(connection);
  }
}
