package dev.homeport.server.socket;

import dev.homeport.engine.Conversation;
import dev.homeport.engine.answer.Reaction.Close;
import dev.homeport.engine.answer.Sending;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Outcome;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.ServerConnection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;

/** The open WebSockets of a port, and what mocks send. Safe for any number of threads. */
public final class OpenSockets {

  private static final Close GOING_AWAY = new Close(1001, "");

  private final OpenSocket.Place place;
  private final Set<OpenSocket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean isClosing;

  /**
   * None, so far.
   *
   * @param memory for messages that are coming
   * @param mostBytes of a message that comes; a larger one closes its connection with 1009
   */
  public OpenSockets(
      Audience audience,
      MessageBooks books,
      ByteBufferPool buffers,
      MessageMemory memory,
      long mostBytes) {
    this.place =
        new OpenSocket.Place(audience, new Outbox(audience), books, buffers, memory, mostBytes);
  }

  /** Who listens on which path, streams included. */
  public Audience audience() {
    return place.audience();
  }

  /**
   * A connection is about to become a WebSocket: the answer to its handshake is going to leave.
   *
   * @param known the same connection as Undertow knows it
   * @param handshake its entry in the journal
   * @return what is to be run when the answer has left
   */
  public Runnable prepare(
      StreamConnection connection,
      ServerConnection known,
      Conversation conversation,
      Entry handshake) {
    OpenSocket socket = new OpenSocket(connection, conversation, handshake, place, this::ended);
    open.add(socket);
    socket.prepare(known);
    if (isClosing) {
      socket.close(GOING_AWAY);
    }
    return socket::begin;
  }

  private void ended(OpenSocket socket) {
    open.remove(socket);
    if (isClosing && open.isEmpty()) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /**
   * Sends what an answer sends, now or after the delay of each; beyond 10,000 that wait, a message
   * finds nobody.
   *
   * @param by what the answer comes from
   * @param timer of any connection
   */
  public void send(List<Sending> sendings, Outcome by, XnioIoThread timer) {
    place.outbox().send(sendings, by, timer);
  }

  /** Closes every socket with 1001; others may be opened after it. */
  public void closeAll() {
    open.forEach(each -> each.close(GOING_AWAY));
  }

  /** Closes every socket with 1001, and those that are opened from now on. */
  public void beginClosing() {
    isClosing = true;
    closeAll();
  }

  /** Waits for the clients to agree, at most so long, and cuts off the others. */
  public synchronized void awaitClosed(Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    long left = atMost.toMillis();
    try {
      while (!open.isEmpty() && left > 0) {
        wait(left);
        left = (deadline - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    open.forEach(OpenSocket::abort);
  }
}
