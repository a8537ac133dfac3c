package dev.homeport.engine.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message of a WebSocket brings about, decided but unsent. For one thread at a time.
 *
 * @param reply to the client that sent it, or null
 * @param broadcast to every client of the same path, or null
 * @param close after the last of these, or null
 * @param sendings to clients of other paths
 */
public record Reaction(
    @Nullable Items reply,
    @Nullable Items broadcast,
    @Nullable Close close,
    List<Sending> sendings) {

  public Reaction {
    sendings = List.copyOf(sendings);
  }

  /** The end of a WebSocket (RFC 6455, 7.4). */
  public record Close(int code, String reason) {

    /** A close frame has 125 bytes, two of them for the code. */
    public static final int MOST_REASON_BYTES = 123;

    public Close {
      if (!isReason(reason)) {
        throw new IllegalArgumentException("the reason has more than 123 bytes: " + reason);
      }
    }

    /** Whether a text fits into a close frame. */
    public static boolean isReason(String text) {
      return text.getBytes(UTF_8).length <= MOST_REASON_BYTES;
    }
  }

  /** Nothing. */
  public static Reaction none() {
    return new Reaction(null, null, null, List.of());
  }

  /** The same with what others are told, too. */
  public Reaction sending(List<Sending> told) {
    return new Reaction(reply, broadcast, close, told);
  }
}
