package dev.homeport.engine.journal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call to another server.
 *
 * @param status 0 when there was no answer
 * @param failure why there was none, or null
 * @param duration until the head of the answer had come, or the call failed
 */
public record OutboundResult(
    String method, String url, int status, @Nullable String failure, Duration duration) {

  /** An estimate of the bytes of heap that it keeps. */
  int bytes() {
    return 120 + url.length() + (failure == null ? 0 : 40 + failure.length());
  }
}
