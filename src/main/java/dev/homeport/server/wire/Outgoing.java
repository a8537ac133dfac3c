package dev.homeport.server.wire;

import dev.homeport.engine.answer.Fault;
import dev.homeport.engine.answer.Items;
import dev.homeport.engine.answer.Pace;
import dev.homeport.engine.http.Headers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response to the last field and byte, about to be sent. Immutable.
 *
 * @param status 0 when a fault sends no head
 * @param reason the reason phrase
 * @param headers all of them but {@code Connection}
 * @param body in the order in which it is sent; empty when it has none, as for {@code HEAD}; what
 *     leaves before a fault
 * @param length bytes of the body; {@link Segment#UNKNOWN} when it is made while it is sent
 * @param delay before the first byte; zero for none
 * @param pace of the body, or null for as fast as it goes
 * @param fault that ends the connection after all this, or null for none
 */
public record Outgoing(
    int status,
    String reason,
    Headers headers,
    List<Segment> body,
    long length,
    Duration delay,
    @Nullable Pace pace,
    @Nullable Fault fault) {

  private static final byte[] NOTHING = new byte[0];

  /** The body when it is at hand, not copied; else, and without one, nothing. */
  public byte[] bytesAtHand() {
    return body.size() == 1 && body.get(0) instanceof Segment.Bytes bytes
        ? bytes.content()
        : NOTHING;
  }

  /** Whether {@link #bytesAtHand} are there anyway, for every answer of a response. */
  public boolean keepsBytes() {
    return body.size() == 1 && body.get(0) instanceof Segment.Bytes bytes && bytes.isKept();
  }

  /** The items that make up the body, or null when it is known already. */
  public @Nullable Items items() {
    return body.size() == 1 && body.get(0) instanceof Segment.Live live ? live.items() : null;
  }

  /** Whether it is one piece of memory that nothing holds up. */
  boolean leavesAtOnce() {
    return length > 0
        && length <= BodySender.PIECE_BYTES
        && pace == null
        && fault == null
        && body.size() == 1
        && body.get(0) instanceof Segment.Bytes;
  }

  /** What sends the body on, or null when it is none of another server. */
  public @Nullable Relay relay() {
    return body.size() == 1 && body.get(0) instanceof Segment.Relayed relayed
        ? relayed.relay()
        : null;
  }

  /** Whether sending it reads a file. */
  boolean readsFile() {
    for (Segment segment : body) {
      if (segment instanceof Segment.Slice) {
        return true;
      }
    }
    return false;
  }
}
