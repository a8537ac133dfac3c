package dev.homeport.server;

import dev.homeport.engine.MockEngine;
import dev.homeport.engine.journal.Journal;
import dev.homeport.server.wire.AnswerWriter;
import io.undertow.connector.ByteBufferPool;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import org.xnio.XnioWorker;

/**
 * One open port and what answers there; any number of them share a server's threads. Safe for any
 * number of threads.
 */
public final class MockPort implements AutoCloseable {

  /** For requests that are being answered when the port is closed. */
  private static final Duration FAREWELL = Duration.ofMillis(500);

  private final ListenAddress address;
  private final Listeners listeners;
  private final RunningRequests running;
  private final Journal journal;
  private final int port;

  private MockPort(
      ListenAddress address, Listeners listeners, RunningRequests running, Journal journal) {
    this.address = address;
    this.listeners = listeners;
    this.running = running;
    this.journal = journal;
    this.port = listeners.port();
  }

  /** What all ports of a server share. */
  record Shared(XnioWorker worker, ByteBufferPool buffers, BodyMemory memory) {}

  /**
   * Opens a port and answers from now on.
   *
   * @throws BindException when it is taken on one of the addresses, or none is free
   * @throws IOException when one may not listen there
   */
  static MockPort open(
      Shared shared,
      ListenAddress address,
      MockEngine engine,
      Journal journal,
      RequestLog log,
      ServerOptions options)
      throws IOException {
    RunningRequests running = new RunningRequests();
    AnswerWriter writer = new AnswerWriter(options.cors(), Clock.systemUTC(), running::isClosing);
    MockHandler handler =
        new MockHandler(
            engine,
            address.guard(options.host(), options.allowedHosts()),
            options.cors(),
            writer,
            new Passage.Books(running, journal, log, Clock.systemUTC()),
            shared.memory(),
            new BodyLimits(options.maxBodyBytes(), options.bodyTimeout()));
    Listeners listeners =
        options
            .port()
            .open(
                port ->
                    Listeners.open(
                        shared.worker(),
                        shared.buffers(),
                        address.addresses(),
                        port,
                        log::unreadable));
    listeners.accept(handler);
    return new MockPort(address, listeners, running, journal);
  }

  /** The number, the same on every address. */
  public int port() {
    return port;
  }

  /** {@code http://127.0.0.1:49342}. */
  public String url() {
    return address.url(port);
  }

  /** Who can reach it, and where. */
  public Reach reach() {
    return address.reach(port);
  }

  /** The requests that came to this port. */
  public Journal journal() {
    return journal;
  }

  /**
   * Accepts no more, gives answers that are under way half a second, then closes its connections.
   * Closing twice does nothing.
   */
  @Override
  public void close() {
    if (running.isClosing()) {
      return;
    }
    listeners.stopAccepting();
    running.close(FAREWELL);
    listeners.closeConnections();
  }
}
