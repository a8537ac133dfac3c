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
 * Every open port of a server: the one it was started with, and forks. Safe for any number of
 * threads; who opens or closes one waits for who does so now, and no fork misses new routes.
 */
final class OpenPorts {

  /** Most forks at the same time. */
  static final int MOST_FORKS = 10_000;

  /** For answers that are under way when a port is closed. */
  static final Duration FAREWELL = Duration.ofMillis(500);

  /** The first is the one that the server was started with; guarded by this. */
  private final List<MockPort> open = new ArrayList<>();

  /**
   * Opens a port for an engine.
   *
   * @throws IOException when it cannot be opened
   */
  synchronized MockPort open(MockPort.Shared shared, MockEngine engine, PortChoice choice)
      throws IOException {
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
    if (open.size() > MOST_FORKS) {
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
   * Replaces the routes and collections of the files on every port; each does it in one atomic
   * step.
   */
  synchronized void use(LoadedMocks files, EngineOptions options) {
    open.forEach(each -> each.engine().use(files.index(), files.plans(), options));
  }

  /** Forgets all ports and hands them over, to be closed. */
  synchronized List<MockPort> removeAll() {
    List<MockPort> all = List.copyOf(open);
    open.clear();
    return all;
  }

  private synchronized List<MockPort> all() {
    return List.copyOf(open);
  }

  /** As one of them sees them. */
  Ports seenBy(MockPort self) {
    return new View(this, self);
  }

  private record View(OpenPorts ports, MockPort self) implements Ports {

    @Override
    public List<OpenPort> all() {
      List<MockPort> all = ports.all();
      return all.stream()
          .map(each -> new OpenPort(each.port(), each.url(), isFork(each, all)))
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
      List<MockPort> all = ports.all();
      return all.stream()
          .filter(each -> each.port() == port && isFork(each, all))
          .map(each -> (Runnable) () -> ports.close(each))
          .findFirst();
    }

    @Override
    public boolean isSelf(int port) {
      return self.port() == port;
    }

    private static boolean isFork(MockPort port, List<MockPort> all) {
      return !port.equals(all.get(0));
    }
  }
}
