package dev.homeport.server;

import dev.homeport.engine.MockEngine;
import dev.homeport.engine.journal.BoundedJournal;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.verify.Verifier;
import dev.homeport.server.control.ControlApi;
import dev.homeport.server.control.ControlledPort;
import dev.homeport.server.forward.CallbackSender;
import dev.homeport.server.forward.Forwarder;
import dev.homeport.server.guard.ControlGuard;
import dev.homeport.server.guard.HostGuard;
import dev.homeport.server.port.PortChoice;
import dev.homeport.server.socket.Audience;
import dev.homeport.server.socket.MessageBooks;
import dev.homeport.server.socket.OpenSockets;
import dev.homeport.server.wire.AnswerWriter;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An open port with what answers there: routes, counts, state, journal and connections of its own,
 * on the threads of its server. Safe for any number of threads.
 */
public final class MockPort {

  private final SharedParts shared;
  private final MockEngine engine;
  private final Journal journal;
  private final Verifier verifier;
  private final Journal sent;
  private final Verifier sentVerifier;
  private final RunningRequests running = new RunningRequests();
  private final Listeners listeners;
  private final CallbackSender callbacks;
  private final int port;

  /** What it is a fork of, and that is none; null for one that is no fork. */
  private final @Nullable MockPort forkOf;

  /** What ends with the port; set before anybody can connect. */
  private @Nullable ControlApi control;

  /** Likewise. */
  private @Nullable OpenSockets sockets;

  private MockPort(
      SharedParts shared, MockEngine engine, Listeners listeners, @Nullable MockPort forkOf) {
    this.shared = shared;
    this.forkOf = forkOf;
    this.engine = engine;
    this.journal = new BoundedJournal(shared.options().journal(), System::nanoTime);
    this.verifier = new Verifier(journal, System::nanoTime, shared.ignoreTrailingSlash());
    this.sent = new BoundedJournal(shared.options().journal().quarter(), System::nanoTime);
    this.sentVerifier = new Verifier(sent, System::nanoTime, shared.ignoreTrailingSlash());
    this.listeners = listeners;
    this.callbacks =
        new CallbackSender(
            shared.outbound().client(),
            shared.outbound().name(),
            journal,
            shared.log()::calledBack);
    this.port = listeners.port();
  }

  /**
   * Opens a port and answers from now on.
   *
   * @param all ports of the server, for the control API
   * @param engine shared by no other port
   * @throws BindException when it is taken on one of the addresses, or none is free
   * @throws IOException when one may not listen there
   */
  static MockPort open(SharedParts shared, OpenPorts all, MockEngine engine, PortChoice choice)
      throws IOException {
    return open(shared, all, engine, choice, null);
  }

  private static MockPort open(
      SharedParts shared,
      OpenPorts all,
      MockEngine engine,
      PortChoice choice,
      @Nullable MockPort forkOf)
      throws IOException {
    Listeners listeners = choice.open(number -> Listeners.open(shared, number));
    MockPort port = new MockPort(shared, engine, listeners, forkOf);
    ControlApi api = new ControlApi(port.controlled(all), shared.control());
    port.control = api;
    listeners.accept(new PortHandler(port.control(api), port.mocks(api), port.running::isClosing));
    return port;
  }

  private ControlledPort controlled(OpenPorts all) {
    return new ControlledPort(
        engine,
        journal,
        verifier,
        sent,
        sentVerifier,
        shared.texts(),
        shared.ignoreTrailingSlash(),
        this::reset,
        all.seenBy(this));
  }

  private ControlHandler control(ControlApi api) {
    ServerOptions options = shared.options();
    ControlGuard guard =
        new ControlGuard(hosts(), shared.address().isLoopback(), options.adminToken());
    return new ControlHandler(api, guard, running, shared.memory(), options.bodyTimeout());
  }

  private MockHandler mocks(ControlApi api) {
    ServerOptions options = shared.options();
    RequestLog log = new EndingLog(shared.log(), api::responseEnded);
    AnswerWriter writer = new AnswerWriter(options.cors(), Clock.systemUTC(), running::isClosing);
    MessageBooks books = new MessageBooks(journal, sent, log::ended, Clock.systemUTC());
    OpenSockets open =
        new OpenSockets(
            new Audience(books), books, shared.buffers(), shared.memory(), options.maxBodyBytes());
    sockets = open;
    return new MockHandler(
        engine,
        hosts(),
        options.cors(),
        writer,
        forwarder(writer),
        new Passage.Books(running, journal, log, callbacks, Clock.systemUTC()),
        shared.memory(),
        new BodyLimits(options.maxBodyBytes(), options.bodyTimeout()),
        new SocketDoor(open, options.cors()));
  }

  private Forwarder forwarder(AnswerWriter writer) {
    SharedParts.Outbound outbound = shared.outbound();
    ServerOptions options = shared.options();
    return new Forwarder(
        outbound.client(),
        writer,
        options.cors(),
        outbound.name(),
        options.journal().body(),
        outbound.observer());
  }

  private HostGuard hosts() {
    ServerOptions options = shared.options();
    return shared.address().guard(options.host(), options.allowedHosts());
  }

  /**
   * Opens another port, any that is free, with the routes and the state of this moment and a
   * journal, counts and state of its own.
   *
   * @throws IOException when no port is free
   */
  MockPort fork(OpenPorts all) throws IOException {
    return open(shared, all, engine.fork(), PortChoice.any(), origin());
  }

  /** Whether it was opened by {@link #fork}. */
  boolean isFork() {
    return forkOf != null;
  }

  /** What it is a fork of, and no fork; itself when it is none. */
  MockPort origin() {
    return forkOf == null ? this : forkOf;
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

  /** The messages that mocks sent by themselves, to WebSockets and streams. */
  public Journal sent() {
    return sent;
  }

  /** Judges what was sent. */
  public Verifier sentVerifier() {
    return sentVerifier;
  }

  /** Judges the journal; remembers what was verified until {@link #reset}. */
  public Verifier verifier() {
    return verifier;
  }

  /**
   * Forgets the requests, the counts, what was set, and the routes that were loaded at run time,
   * cancels the callbacks that are still to come, and closes the WebSockets: what they say belongs
   * to before.
   */
  public void reset() {
    callbacks.cancelAll();
    engine.reset();
    if (sockets != null) {
      sockets.closeAll();
    }
    journal.clear();
    sent.clear();
  }

  /** From now on nobody can connect. */
  void stopAccepting() {
    listeners.stopAccepting();
    callbacks.cancelAll();
    if (control != null) {
      control.close();
    }
  }

  /**
   * Gives answers that are under way some time, then closes all connections. To be called after
   * {@link #stopAccepting}.
   */
  void close(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    if (sockets != null) {
      sockets.beginClosing();
    }
    running.close(atMost);
    if (sockets != null) {
      sockets.awaitClosed(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
    listeners.closeConnections();
  }
}
