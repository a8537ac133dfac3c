package dev.homeport.server.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers.Field;
import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Explains what Undertow refuses before any handler is called: its bare 400 is replaced by one that
 * says what was wrong, and somebody is told of it. Safe for any number of threads.
 */
public final class HeadRefusals implements ChannelListener<StreamConnection> {

  /** As Undertow begins such an answer; ours have a Date, its have none. */
  private static final byte[] START = "HTTP/1.1 400 ".getBytes(ISO_8859_1);

  /** Larger ones are not bare. */
  private static final int MOST_BYTES = 160;

  /** Answers up to so many bytes leave as one piece of memory; more are not worth the copy. */
  private static final int SMALL = 4096;

  private final ChannelListener<? super StreamConnection> next;
  private final ByteBufferPool buffers;
  private final Clock clock;
  private final Consumer<UnreadableHead> told;

  /**
   * Stands before another listener of new connections.
   *
   * @param clock the real one, for {@code Date}
   * @param told of each refusal, on an I/O thread
   */
  public HeadRefusals(
      ChannelListener<? super StreamConnection> next,
      ByteBufferPool buffers,
      Clock clock,
      Consumer<UnreadableHead> told) {
    this.next = next;
    this.buffers = buffers;
    this.clock = clock;
    this.told = told;
  }

  @Override
  public void handleEvent(StreamConnection connection) {
    Source source = new Source(connection.getSourceChannel().getConduit());
    connection.getSourceChannel().setConduit(source);
    connection
        .getSinkChannel()
        .setConduit(new Sink(connection.getSinkChannel().getConduit(), source, this));
    next.handleEvent(connection);
  }

  /**
   * Keeps a copy of how the first read after an answer began: the buffer that it went into may be
   * another connection's by the time of a refusal.
   */
  private static final class Source extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private final byte[] start = new byte[UnreadableHead.KNOWN_BYTES];
    private int length;
    private boolean isFirst = true;

    Source(StreamSourceConduit next) {
      super(next);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      int from = target.position();
      int count = super.read(target);
      if (count > 1 && isFirst && isEmptyLine(target, from)) {
        count = withoutEmptyLine(target, from, count);
      }
      if (count > 0 && isFirst) {
        isFirst = false;
        length = Math.min(count, UnreadableHead.KNOWN_BYTES);
        target.get(from, start, 0, length);
      }
      return count;
    }

    private static boolean isEmptyLine(ByteBuffer read, int from) {
      return read.get(from) == '\r' && read.get(from + 1) == '\n';
    }

    /** One empty line before a request is passed over (RFC 9112, 2.2). */
    private int withoutEmptyLine(ByteBuffer read, int from, int count) throws IOException {
      ByteBuffer rest = read.duplicate().flip().position(from + 2);
      read.position(from);
      read.put(rest);
      return count > 2 ? count - 2 : super.read(read);
    }

    void answered() {
      isFirst = true;
      length = 0;
    }

    byte[] start() {
      return Arrays.copyOf(start, length);
    }
  }

  private static final class Sink extends AbstractStreamSinkConduit<StreamSinkConduit> {

    private final Source source;
    private final HeadRefusals refusals;
    private @Nullable ByteBuffer explained;

    Sink(StreamSinkConduit next, Source source, HeadRefusals refusals) {
      super(next);
      this.source = source;
      this.refusals = refusals;
    }

    @Override
    public int write(ByteBuffer answer) throws IOException {
      ByteBuffer better = explained;
      if (better == null) {
        String word = refusal(answer);
        if (word == null) {
          source.answered();
          return super.write(answer);
        }
        better = refusals.explain(UnreadableHead.of(source.start(), word));
        explained = better;
      }
      super.write(better);
      if (better.hasRemaining()) {
        return 0;
      }
      explained = null;
      int written = answer.remaining();
      answer.position(answer.limit());
      return written;
    }

    /** A head with a body; Undertow's refusals have none. */
    @Override
    public long write(ByteBuffer[] answer, int offset, int length) throws IOException {
      source.answered();
      return length == 2 && answer[offset].remaining() + answer[offset + 1].remaining() <= SMALL
          ? writeTogether(answer[offset], answer[offset + 1])
          : super.write(answer, offset, length);
    }

    /** One call of the system with one piece of memory costs less than one with two. */
    private long writeTogether(ByteBuffer head, ByteBuffer body) throws IOException {
      try (PooledByteBuffer pooled = refusals.buffers.allocate()) {
        ByteBuffer all = pooled.getBuffer();
        all.clear();
        all.put(head.duplicate()).put(body.duplicate()).flip();
        int written = super.write(all);
        int ofHead = Math.min(written, head.remaining());
        head.position(head.position() + ofHead);
        body.position(body.position() + written - ofHead);
        return written;
      }
    }

    @Override
    public int writeFinal(ByteBuffer answer) throws IOException {
      source.answered();
      return super.writeFinal(answer);
    }

    @Override
    public long writeFinal(ByteBuffer[] answer, int offset, int length) throws IOException {
      source.answered();
      return super.writeFinal(answer, offset, length);
    }

    /** Undertow's word of a bare 400, empty for one of its parser; null for any other answer. */
    private static @Nullable String refusal(ByteBuffer answer) {
      int start = answer.position();
      int length = answer.remaining();
      if (length < START.length || length > MOST_BYTES) {
        return null;
      }
      for (int i = START.length - 1; i >= 0; i--) {
        if (answer.get(start + i) != START[i]) {
          return null;
        }
      }
      byte[] bytes = new byte[length];
      answer.duplicate().get(bytes);
      String text = new String(bytes, ISO_8859_1);
      if (text.contains("\r\nDate: ") || !text.endsWith("\r\n\r\n")) {
        return null;
      }
      String word = text.substring(START.length, text.indexOf("\r\n"));
      return word.equals("Bad Request") ? "" : word;
    }
  }

  private ByteBuffer explain(UnreadableHead head) {
    told.accept(head);
    Reply reply = ProblemReply.of(400, "Unreadable request", head.reason());
    byte[] body = reply.body() instanceof Body.Bytes bytes ? bytes.content() : new byte[0];
    StringBuilder text = new StringBuilder("HTTP/1.1 400 Bad Request\r\n");
    for (Field field : reply.headers().fields()) {
      text.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    text.append("Content-Length: ").append(body.length).append("\r\nDate: ");
    text.append(HttpDate.format(clock.instant())).append("\r\nConnection: close\r\n\r\n");
    byte[] start = text.toString().getBytes(ISO_8859_1);
    byte[] sent = head.isHead() ? new byte[0] : body;
    return ByteBuffer.allocate(start.length + sent.length).put(start).put(sent).flip();
  }
}
