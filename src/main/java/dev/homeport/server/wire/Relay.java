package dev.homeport.server.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The body of another server's answer on its way to our client: keeps its beginning, and how it
 * ended. Used on one I/O thread; what it tells may be asked for by any, once the exchange has
 * ended.
 */
public final class Relay {

  private final Inflow inflow;
  private final int mostKept;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
  private boolean whole;
  private boolean cut;
  private @Nullable String failure;

  /**
   * @param mostKept bytes of the body
   */
  public Relay(Inflow inflow, int mostKept) {
    this.inflow = inflow;
    this.mostKept = mostKept;
  }

  /**
   * Takes what has come.
   *
   * @return how many bytes; 0 when none has come yet, -1 when that was all
   * @throws IOException when the other server breaks off
   */
  int read(ByteBuffer into) throws IOException {
    int begin = into.position();
    int count;
    try {
      count = inflow.read(into);
    } catch (IOException e) {
      failure = "the other server " + e.getMessage();
      throw e;
    }
    whole = count < 0;
    int came = into.position() - begin;
    int keep = Math.min(came, mostKept - kept.size());
    cut |= keep < came;
    for (int i = begin; i < begin + keep; i++) {
      kept.write(into.get(i));
    }
    return count;
  }

  void whenReady(Runnable ready) {
    inflow.whenReady(ready);
  }

  /** To be called instead of sending it when there is none: the connection is free for others. */
  public void end() {
    try {
      read(ByteBuffer.allocate(1));
    } catch (IOException e) {
      close();
    }
  }

  /** The rest is not wanted; nothing happens when all has come. */
  public void close() {
    inflow.close();
  }

  /** The beginning of the body as it was sent on. */
  public byte[] kept() {
    return kept.toByteArray();
  }

  /** Whether all of it has come. */
  public boolean isWhole() {
    return whole;
  }

  /** Whether all of it has come, and is kept. */
  public boolean isKeptWhole() {
    return whole && !cut;
  }

  /** Why the other server broke off; null when it did not. */
  public @Nullable String failure() {
    return failure;
  }
}
