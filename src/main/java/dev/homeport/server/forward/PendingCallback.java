package dev.homeport.server.forward;

import dev.homeport.engine.answer.Callback;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.OutboundResult;
import dev.homeport.server.outbound.OutboundCall;
import dev.homeport.server.outbound.OutboundFailure;
import dev.homeport.server.outbound.OutboundRequest;
import dev.homeport.server.outbound.ResponseHead;
import dev.homeport.server.timing.Pause;
import dev.homeport.server.wire.Inflow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/** A callback that waits, or is under way. On one I/O thread. */
final class PendingCallback implements OutboundCall.Listener {

  private final CallbackSender sender;
  private final XnioIoThread thread;
  private final Callback.Ready callback;
  private final Entry answered;
  private long begin;
  private XnioExecutor.@Nullable Key alarm;
  private @Nullable OutboundCall call;
  private boolean cancelled;

  PendingCallback(
      CallbackSender sender, XnioIoThread thread, Callback.Ready callback, Entry answered) {
    this.sender = sender;
    this.thread = thread;
    this.callback = callback;
    this.answered = answered;
  }

  /** On any thread. */
  void begin() {
    onThread(this::await);
  }

  private void onThread(Runnable step) {
    try {
      thread.execute(step);
    } catch (RejectedExecutionException e) {
      // The server's threads have ended, and with them all callbacks.
      return;
    }
  }

  private void await() {
    long millis = Pause.millis(callback.delay());
    if (millis > 0 && !cancelled) {
      alarm = thread.executeAfter(this::call, millis, TimeUnit.MILLISECONDS);
    } else {
      call();
    }
  }

  private void call() {
    if (cancelled) {
      return;
    }
    alarm = null;
    begin = System.nanoTime();
    OutboundRequest request =
        new OutboundRequest(callback.url(), callback.method(), fields(), callback.body());
    call = sender.client().call(thread, request, this);
  }

  private List<Field> fields() {
    Headers written = Headers.of(callback.headers());
    List<Field> fields = new ArrayList<>();
    if (written.first("Host") == null) {
      fields.add(new Field("Host", callback.url().authority()));
    }
    fields.addAll(callback.headers());
    if (written.first("User-Agent") == null) {
      fields.add(new Field("User-Agent", "Homeport"));
    }
    fields.add(new Field(CallbackSender.MARK, sender.name()));
    boolean usuallyHasBody = List.of("POST", "PUT", "PATCH").contains(callback.method());
    if (usuallyHasBody || callback.body().length > 0) {
      fields.add(new Field("Content-Length", Integer.toString(callback.body().length)));
    }
    return fields;
  }

  @Override
  public void answered(ResponseHead head, Inflow body) {
    end(head.status(), null);
    drop(body);
  }

  /** What has come is dropped; the connection is closed unless that was all. */
  private static void drop(Inflow body) {
    ByteBuffer dropped = ByteBuffer.allocate(4096);
    try {
      int count = body.read(dropped);
      while (count > 0) {
        count = body.read(dropped.clear());
      }
    } catch (IOException e) {
      // Nobody wants it anyway: it is closed below.
      dropped.clear();
    }
    body.close();
  }

  @Override
  public void failed(OutboundFailure why) {
    end(0, why.why() + " (" + why.advice() + ")");
  }

  private void end(int status, @Nullable String failure) {
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    String url = callback.url().toString();
    sender.ended(this, answered, new OutboundResult(callback.method(), url, status, failure, time));
  }

  /** On any thread. */
  void cancel() {
    onThread(
        () -> {
          cancelled = true;
          if (alarm != null) {
            alarm.remove();
          }
          if (call != null) {
            call.cancel();
          }
        });
  }
}
