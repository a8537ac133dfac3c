package dev.homeport.engine.answer;

import dev.homeport.engine.data.Data;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.template.Scope;
import java.util.List;

/**
 * What a route does that reads or changes the data by itself: its status, its body and some of its
 * headers come from there. Immutable, safe to share.
 */
public interface DataStep {

  /**
   * What came of it.
   *
   * @param status from 400 when nothing was done
   * @param headers Content-Type among them, if there is a body
   * @param body length 0 for none; not copied, never changed
   * @param after the data as they are now, changed or not
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
  record Outcome(int status, List<Field> headers, byte[] body, Data after) {

    boolean isRefusal() {
      return status >= 400;
    }
  }

  /** The status when it is done. */
  int status();

  /** What it does in a few words, for the start-up list: {@code list of users}. */
  String summary();

  /** Whether it changes the data; then it is taken in one step of the store. */
  boolean changes();

  /** Does it, from the data that the scope sees. Never throws for what a client sent. */
  Outcome take(Scope scope);
}
