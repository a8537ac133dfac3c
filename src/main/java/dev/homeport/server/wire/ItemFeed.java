package dev.homeport.server.wire;

import dev.homeport.engine.answer.Items;
import dev.homeport.engine.answer.Sending;
import dev.homeport.server.control.Feed;
import dev.homeport.server.socket.Receipt;
import dev.homeport.server.timing.Pause;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;

/**
 * Gives the items of an answer when their time has come: the wait for one begins when the one
 * before was taken by the connection. Lives on the I/O thread of the connection; no thread waits.
 */
final class ItemFeed implements Feed, OpenStream {

  /** What the HTML Standard, 9.2.7, advises for events. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Items items;
  private final Pause pause;
  private volatile Runnable wake = () -> {};

  /** What others say in the stream, before its next item. */
  private final Insertions insertions = new Insertions();

  private Runnable closed = () -> {};

  ItemFeed(Items items, XnioIoThread thread) {
    this.items = items;
    this.pause = new Pause(thread, items::pause, () -> wake.run());
  }

  @Override
  public byte @Nullable [] next() {
    byte[] inserted = insertions.next();
    if (inserted != null) {
      return inserted;
    }
    while (!pause.isRunning() && items.hasNext()) {
      if (pause.begins()) {
        return null;
      }
      byte[] bytes = items.next();
      if (bytes.length > 0) {
        return bytes;
      }
    }
    return null;
  }

  @Override
  public boolean isEnded() {
    return !pause.isRunning() && !items.hasNext();
  }

  @Override
  public void onMore(Runnable told) {
    wake = told;
  }

  @Override
  public Duration patience() {
    return items.heartbeat().length == 0 ? Duration.ZERO : PATIENCE;
  }

  @Override
  public byte[] heartbeat() {
    return items.heartbeat();
  }

  @Override
  public void insert(Sending message, Receipt receipt) {
    insertions.add(message.in(items.form()), receipt);
    wake.run();
  }

  @Override
  public void onClose(Runnable told) {
    closed = told;
  }

  @Override
  public void close() {
    closed.run();
    insertions.close();
    pause.cancel();
  }
}
