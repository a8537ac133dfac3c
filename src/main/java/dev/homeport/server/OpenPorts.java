package dev.homeport.server;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.MockEngine;
import dev.homeport.server.control.Ports;
import dev.homeport.server.port.PortChoice;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every open port of a server: the one it was started with, those of services, and forks of these.
 * Safe for any number of threads; who opens or closes one waits for who does so now, and no fork
 * misses new routes.
 */
final class OpenPorts {

  /** Most forks at the same time. */
  static final int MOST_FORKS = 10_000;

  /** For answers that are under way when a port is closed. */
  static final Duration FAREWELL = Duration.ofMillis(500);

  /** Guarded by this. */
  private final List<MockPort> open = new ArrayList<>();

  /** Guarded by this; a server that is closed opens no port. */
  private boolean isClosed;

  /**
   * Opens a port for an engine.
   *
   * @throws IOException when it cannot be opened
   * @throws IllegalStateException when the server is closed
   */
  synchronized MockPort open(SharedParts shared, MockEngine engine, PortChoice choice)
      throws IOException {
    if (isClosed) {
      throw new IllegalStateException("the server is closed");
    }
    MockPort port = MockPort.open(shared, this, engine, choice);
    open.add(port);
    return port;
  }

  /**
   * Opens another port with the routes that one has now, and a journal and counts of its own.
   *
   * @throws IllegalStateException when that port is closed, there are too many, or no port is free
   */
  synchronized MockPort fork(MockPort from) {
    if (!open.contains(from)) {
      throw new IllegalStateException("port " + from.port() + " is closed");
    }
    if (open.stream().filter(MockPort::isFork).count() >= MOST_FORKS) {
      throw new IllegalStateException(
          MOST_FORKS + " forks are open (close those that are not used any more)");
    }
    try {
      MockPort fork = from.fork(this);
      open.add(fork);
      return fork;
    } catch (IOException e) {
      throw new IllegalStateException("no port can be opened: " + e.getMessage(), e);
    }
  }

  /**
   * Closes one port: accepts no more, gives answers that are under way half a second, then closes
   * its connections. Closing twice does nothing.
   */
  void close(MockPort one) {
    synchronized (this) {
      if (!open.remove(one)) {
        return;
      }
    }
    one.stopAccepting();
    one.close(FAREWELL);
  }

  /**
   * Replaces the routes and collections of the files on a port and its forks; each does it in one
   * atomic step.
   *
   * @param origin no fork
   */
  synchronized void use(MockPort origin, LoadedMocks files, EngineOptions options) {
    open.stream()
        .filter(each -> each.origin().equals(origin))
        .forEach(each -> each.engine().use(files.index(), files.plans(), options));
  }

  /** Forgets all ports and hands them over, to be closed. */
  synchronized List<MockPort> removeAll() {
    List<MockPort> all = List.copyOf(open);
    open.clear();
    isClosed = true;
    return all;
  }

  private synchronized List<MockPort> family(MockPort one) {
    return open.stream().filter(each -> each.origin().equals(one.origin())).toList();
  }

  /** As one of them sees them. */
  Ports seenBy(MockPort self) {
    return new View(this, self);
  }

  private record View(OpenPorts ports, MockPort self) implements Ports {

    @Override
    public List<OpenPort> all() {
      return ports.family(self).stream()
          .map(each -> new OpenPort(each.port(), each.url(), each.isFork()))
          .sorted(Comparator.comparingInt(OpenPort::port))
          .toList();
    }

    @Override
    public OpenPort fork() {
      MockPort fork = ports.fork(self);
      return new OpenPort(fork.port(), fork.url(), true);
    }

    @Override
    public Optional<Runnable> closing(int port) {
      return ports.family(self).stream()
          .filter(each -> each.port() == port && each.isFork())
          .map(each -> (Runnable) () -> ports.close(each))
          .findFirst();
    }

    @Override
    public boolean isSelf(int port) {
      return self.port() == port;
    }
  }
}
