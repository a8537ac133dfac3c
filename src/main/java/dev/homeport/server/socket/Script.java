package dev.homeport.server.socket;

import dev.homeport.engine.answer.Items;
import dev.homeport.engine.answer.Sending;
import dev.homeport.engine.template.RenderException;
import dev.homeport.server.timing.Pause;
import java.util.concurrent.RejectedExecutionException;
import org.xnio.XnioIoThread;

/**
 * Says one message after the other, each when its delay is over and there is room for it. Lives on
 * the I/O thread of its connection; no thread waits.
 */
final class Script {

  /** After so many messages without a delay others have their turn. */
  private static final int AT_ONCE = 64;

  /** Where it is said. */
  interface Stage {

    /** Whether more may be said now; if not, the script is {@link Script#resume resumed} later. */
    boolean hasRoom();

    void say(Sending.Form form, byte[] content);

    /** All has been said. */
    void ended(Script script);

    /** An item could not be rendered: nothing more will be said. */
    void failed(Script script, String why);
  }

  private final Items items;
  private final Stage stage;
  private final XnioIoThread thread;
  private final Pause pause;
  private boolean isOver;

  /** What is said may bring about that it is to go on: it does so anyway. */
  private boolean isRunning;

  Script(Items items, Stage stage, XnioIoThread thread) {
    this.items = items;
    this.stage = stage;
    this.thread = thread;
    this.pause = new Pause(thread, items::pause, this::resume);
  }

  /** Begins, or goes on where there was no room. */
  void resume() {
    if (isOver || pause.isRunning() || isRunning) {
      return;
    }
    isRunning = true;
    try {
      for (int said = 0; said < AT_ONCE; said++) {
        if (!step()) {
          return;
        }
      }
      thread.execute(this::resume);
    } catch (RenderException e) {
      isOver = true;
      stage.failed(this, String.valueOf(e.getMessage()));
    } catch (RejectedExecutionException e) {
      stop(); // the server's threads have ended
    } finally {
      isRunning = false;
    }
  }

  /** Whether there may be another step at once. */
  private boolean step() {
    if (isOver) {
      return false;
    }
    if (!items.hasNext()) {
      isOver = true;
      stage.ended(this);
      return false;
    }
    if (!stage.hasRoom()) {
      return false;
    }
    if (pause.begins()) {
      return false;
    }
    boolean isSaid = items.isNextSaid();
    Sending.Form form = items.nextForm();
    byte[] content = items.next();
    if (isSaid) {
      stage.say(form, content);
    }
    return true;
  }

  /** Says nothing more. */
  void stop() {
    isOver = true;
    pause.cancel();
  }
}
