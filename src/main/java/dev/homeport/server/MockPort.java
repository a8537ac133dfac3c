package dev.homeport.server;

import dev.homeport.engine.MockEngine;
import dev.homeport.engine.journal.BoundedJournal;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.verify.Verifier;
import dev.homeport.server.port.PortChoice;
import dev.homeport.server.wire.AnswerWriter;
import io.undertow.connector.ByteBufferPool;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import org.xnio.XnioWorker;

/**
 * An open port with what answers there: routes, counts, journal and connections of its own, on the
 * threads of its server. Safe for any number of threads.
 */
public final class MockPort {

  private final Shared shared;
  private final MockEngine engine;
  private final Journal journal;
  private final Verifier verifier;
  private final RunningRequests running;
  private final Listeners listeners;
  private final int port;

  private MockPort(
      Shared shared,
      MockEngine engine,
      Journal journal,
      RunningRequests running,
      Listeners listeners) {
    this.shared = shared;
    this.engine = engine;
    this.journal = journal;
    this.verifier = new Verifier(journal, System::nanoTime, shared.ignoreTrailingSlash());
    this.running = running;
    this.listeners = listeners;
    this.port = listeners.port();
  }

  /** What all ports of a server share. */
  record Shared(
      XnioWorker worker,
      ByteBufferPool buffers,
      BodyMemory memory,
      ListenAddress address,
      ServerOptions options,
      boolean ignoreTrailingSlash,
      RequestLog log) {}

  /**
   * Opens a port and answers from now on.
   *
   * @param engine shared by no other port
   * @throws BindException when it is taken on one of the addresses, or none is free
   * @throws IOException when one may not listen there
   */
  static MockPort open(Shared shared, MockEngine engine, PortChoice choice) throws IOException {
    ServerOptions options = shared.options();
    RunningRequests running = new RunningRequests();
    Journal journal = new BoundedJournal(options.journal(), System::nanoTime);
    MockHandler handler =
        new MockHandler(
            engine,
            shared.address().guard(options.host(), options.allowedHosts()),
            options.cors(),
            new AnswerWriter(options.cors(), Clock.systemUTC(), running::isClosing),
            new Passage.Books(running, journal, shared.log(), Clock.systemUTC()),
            shared.memory(),
            new BodyLimits(options.maxBodyBytes(), options.bodyTimeout()));
    Listeners listeners = choice.open(number -> Listeners.open(shared, number));
    listeners.accept(handler);
    return new MockPort(shared, engine, journal, running, listeners);
  }

  /**
   * Opens another port, any that is free, with the routes of this moment and a journal and counts
   * of its own.
   *
   * @throws IOException when no port is free
   */
  MockPort fork() throws IOException {
    return open(shared, engine.fork(), PortChoice.any());
  }

  /** The number, the same on every address. */
  public int port() {
    return port;
  }

  /** {@code http://127.0.0.1:49342}. */
  public String url() {
    return shared.address().url(port);
  }

  /** What answers. */
  public MockEngine engine() {
    return engine;
  }

  /** Who can reach it, and where. */
  public Reach reach() {
    return shared.address().reach(port);
  }

  /** The requests that came to this port. */
  public Journal journal() {
    return journal;
  }

  /** Judges the journal; remembers what was verified until {@link #reset}. */
  public Verifier verifier() {
    return verifier;
  }

  /** Forgets the requests, the counts, and the routes that were loaded at run time. */
  public void reset() {
    engine.reset();
    journal.clear();
  }

  /** From now on nobody can connect. */
  void stopAccepting() {
    listeners.stopAccepting();
  }

  /**
   * Gives answers that are under way some time, then closes all connections. To be called after
   * {@link #stopAccepting}.
   */
  void close(Duration atMost) {
    running.close(atMost);
    listeners.closeConnections();
  }
}
