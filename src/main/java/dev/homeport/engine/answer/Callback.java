package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.HttpUrl;
import java.time.Duration;
import java.util.List;

/** A request that follows an answer, rendered for it. Immutable. */
public sealed interface Callback {

  /** Where it is written. */
  Location at();

  /**
   * One that can be sent.
   *
   * @param delay after the answer
   * @param headers without {@code Host} and the framing
   * @param body not copied, never changed
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
  record Ready(
      Location at, Duration delay, String method, HttpUrl url, List<Field> headers, byte[] body)
      implements Callback {

    public Ready {
      headers = List.copyOf(headers);
    }
  }

  /**
   * One that cannot be rendered.
   *
   * @param why with the key and its place
   */
  record Broken(Location at, String method, String why) implements Callback {}
}
