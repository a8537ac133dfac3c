package dev.homeport.server.outbound;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/**
 * Connections of one I/O thread that have no call at the moment, for a while. Confined to that
 * thread.
 */
final class IdleConnections {

  private record Kept(UpstreamConnection connection, XnioExecutor.Key alarm) {}

  private final XnioIoThread thread;
  private final OutboundLimits limits;

  /** By {@code scheme://host:port}; the newest last. */
  private final Map<String, Deque<Kept>> kept = new HashMap<>();

  IdleConnections(XnioIoThread thread, OutboundLimits limits) {
    this.thread = thread;
    this.limits = limits;
  }

  /** The one that was used last, or null. */
  @Nullable UpstreamConnection take(String origin) {
    Deque<Kept> all = kept.get(origin);
    if (all == null) {
      return null;
    }
    Kept last = all.removeLast();
    if (all.isEmpty()) {
      kept.remove(origin);
    }
    last.alarm().remove();
    last.connection().onClosed(() -> {});
    return last.connection();
  }

  /** Keeps one, or closes it when there are enough. */
  void keep(String origin, UpstreamConnection connection) {
    Deque<Kept> all = kept.computeIfAbsent(origin, any -> new ArrayDeque<>());
    if (all.size() >= limits.idleConnections()) {
      connection.close();
      return;
    }
    long millis = limits.idle().toMillis();
    XnioExecutor.Key alarm = thread.executeAfter(connection::close, millis, TimeUnit.MILLISECONDS);
    all.addLast(new Kept(connection, alarm));
    connection.onClosed(() -> forget(origin, connection));
  }

  private void forget(String origin, UpstreamConnection connection) {
    Deque<Kept> all = kept.getOrDefault(origin, new ArrayDeque<>());
    for (Kept each : List.copyOf(all)) {
      if (each.connection().equals(connection)) {
        each.alarm().remove();
        all.remove(each);
      }
    }
    if (all.isEmpty()) {
      kept.remove(origin);
    }
  }

  void closeAll() {
    List<Kept> all = kept.values().stream().flatMap(Deque::stream).toList();
    kept.clear();
    for (Kept each : all) {
      each.alarm().remove();
      each.connection().close();
    }
  }
}
