package dev.homeport.server.outbound;

import dev.homeport.engine.http.HttpUrl;
import dev.homeport.server.wire.Inflow;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoFuture;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/**
 * One call, from looking the host up to the head of the answer. Confined to one I/O thread, but for
 * the look-up.
 */
public final class OutboundCall {

  /** Hears of one call: one of the two, once, unless it is cancelled; on its I/O thread. */
  public interface Listener {

    /** The answer begins; its body is to be read to its end, or closed. */
    void answered(ResponseHead head, Inflow body);

    /** There is no answer. */
    void failed(OutboundFailure why);
  }

  private final OutboundClient client;
  private final XnioIoThread thread;
  private final OutboundRequest request;
  private final Listener listener;
  private final Failures failures;
  private final Deque<InetSocketAddress> untried = new ArrayDeque<>();

  private @Nullable IoFuture<? extends StreamConnection> opening;
  private @Nullable UpstreamCall upstream;
  private XnioExecutor.@Nullable Key alarm;
  private boolean over;

  OutboundCall(
      OutboundClient client, XnioIoThread thread, OutboundRequest request, Listener listener) {
    this.client = client;
    this.thread = thread;
    this.request = request;
    this.listener = listener;
    this.failures = new Failures(request.url());
  }

  void start() {
    OutboundFailure refusal = client.allowed().refusal(request.url());
    if (refusal != null) {
      fail(refusal);
      return;
    }
    UpstreamConnection kept = client.idle(thread).take(request.url().origin());
    if (kept == null) {
      connect();
    } else {
      use(kept);
    }
  }

  private void connect() {
    Duration patience = client.limits().connect();
    setAlarm(patience, failures.noConnection(patience));
    try {
      client.lookUps().execute(this::lookUp);
    } catch (RejectedExecutionException e) {
      fail(failures.stopped());
    }
  }

  /** On a thread that may block. */
  private void lookUp() {
    HttpUrl url = request.url();
    try {
      Addresses addresses = Addresses.of(url, client.allowed());
      if (url.isSecure()) {
        client.prepareTls();
      }
      onThread(() -> lookedUp(addresses));
    } catch (GeneralSecurityException e) {
      String why = "what the JDK trusts cannot be read: " + e.getMessage();
      onThread(() -> fail(failures.noTls(why)));
    }
  }

  private void onThread(Runnable step) {
    try {
      thread.execute(step);
    } catch (RejectedExecutionException e) {
      // The server's threads have ended, and with them whoever waits for this.
      return;
    }
  }

  private void lookedUp(Addresses addresses) {
    if (over) {
      return;
    }
    if (addresses.all().isEmpty()) {
      fail(addresses.failures().get(0));
      return;
    }
    untried.addAll(addresses.all());
    openNext();
  }

  private void openNext() {
    InetSocketAddress address = untried.removeFirst();
    IoFuture<? extends StreamConnection> future =
        client.open(thread, address, request.url().isSecure(), this::opened);
    opening = future;
    future.addNotifier(
        (ended, nothing) -> {
          if (ended.getStatus() == IoFuture.Status.FAILED) {
            IOException why = ended.getException();
            onThread(() -> notOpened(why));
          }
        },
        null);
  }

  private void notOpened(IOException why) {
    if (over) {
      return;
    }
    if (untried.isEmpty()) {
      fail(failures.of(why));
    } else {
      openNext();
    }
  }

  private void opened(StreamConnection connection) {
    if (over) {
      IoUtils.safeClose(connection);
      return;
    }
    opening = null;
    String origin = request.url().origin();
    IdleConnections idle = client.idle(thread);
    use(new UpstreamConnection(connection, client.buffers(), free -> idle.keep(origin, free)));
  }

  private void use(UpstreamConnection connection) {
    Duration patience = client.limits().answer();
    setAlarm(patience, failures.noAnswer(patience));
    boolean isUsed = connection.isUsed();
    upstream =
        connection.begin(
            request,
            new UpstreamCall.Listener() {
              @Override
              public void answered(ResponseHead head, Inflow body) {
                end();
                listener.answered(head, body);
              }

              @Override
              public void broken(IOException why, boolean nothingCame) {
                if (isUsed && nothingCame && request.isIdempotent()) {
                  // It was closed while the request was on its way (RFC 9112, 9.3.1).
                  connect();
                } else {
                  String noTls = client.tlsFailure(connection.stream());
                  fail(noTls == null ? failures.of(why) : failures.noTls(noTls));
                }
              }
            });
  }

  private void setAlarm(Duration patience, OutboundFailure late) {
    stopAlarm();
    alarm =
        thread.executeAfter(
            () -> {
              cancel();
              listener.failed(late);
            },
            patience.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private void stopAlarm() {
    XnioExecutor.Key set = alarm;
    if (set != null) {
      set.remove();
      alarm = null;
    }
  }

  private void fail(OutboundFailure why) {
    if (!over) {
      end();
      listener.failed(why);
    }
  }

  private void end() {
    over = true;
    stopAlarm();
  }

  /** Nobody waits for the answer any more; what has been opened is closed, and nobody hears. */
  public void cancel() {
    if (over) {
      return;
    }
    end();
    IoFuture<? extends StreamConnection> future = opening;
    if (future != null) {
      future.cancel();
    }
    UpstreamCall begun = upstream;
    if (begun != null) {
      begun.close();
    }
  }
}
