package dev.homeport.engine.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes known of an entry after it was written down. Immutable.
 *
 * @param body what was kept of a body that came later, or null
 * @param length bytes of the body that were handed to the connection; negative until that is known
 * @param failure why it broke off, or null
 * @param closing how its WebSocket has ended, or null
 * @param callbacks what came of the calls that followed, in the order in which they ended
 * @param bytes of heap that all this takes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
record Aftermath(
    byte @Nullable [] body,
    long length,
    @Nullable String failure,
    @Nullable Closing closing,
    List<OutboundResult> callbacks,
    int bytes) {

  static final Aftermath NOTHING = new Aftermath(null, -1, null, null, List.of(), 0);

  Aftermath {
    callbacks = List.copyOf(callbacks);
  }

  Aftermath withBody(byte[] kept) {
    return new Aftermath(kept, length, failure, closing, callbacks, bytes);
  }

  Aftermath withEnd(long all, @Nullable String why) {
    return new Aftermath(body, all, why, closing, callbacks, bytes);
  }

  Aftermath withFailure(String why) {
    return new Aftermath(body, length, why, closing, callbacks, bytes);
  }

  Aftermath withClosing(Closing how) {
    return new Aftermath(body, length, failure, how, callbacks, bytes);
  }

  Aftermath withCallback(OutboundResult result) {
    List<OutboundResult> all = new ArrayList<>(callbacks);
    all.add(result);
    return new Aftermath(body, length, failure, closing, all, bytes);
  }

  Aftermath withBytes(int more) {
    int sum = (int) Math.min((long) bytes + more, Integer.MAX_VALUE);
    return new Aftermath(body, length, failure, closing, callbacks, sum);
  }
}
