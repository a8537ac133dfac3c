package dev.homeport;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.MocksLoader;
import dev.homeport.definition.load.Settings;
import dev.homeport.diagnostic.Problem;
import dev.homeport.server.HttpServer;
import dev.homeport.server.RequestLog;
import java.nio.file.Path;
import java.util.List;

/**
 * A running mock server: a folder of YAML files, answering on loopback. Safe for any number of
 * threads. Its own threads are daemons and do not keep the process alive.
 *
 * <pre>{@code
 * try (Homeport api = Homeport.start("mocks")) {
 *   new Checkout(api.url()).pay(42);
 * }
 * }</pre>
 */
public final class Homeport implements AutoCloseable {

  private final HttpServer server;
  private final List<Problem> problems;

  private Homeport(HttpServer server, List<Problem> problems) {
    this.server = server;
    this.problems = problems;
  }

  /**
   * Serves a folder with its own settings.
   *
   * @throws IllegalArgumentException when the folder is missing
   * @throws IllegalStateException when the port cannot be opened
   * @throws InvalidMocksException when the folder's settings are strict and a file has a problem
   */
  public static Homeport start(String folder) {
    return start(HomeportOptions.of(Path.of(folder)));
  }

  /**
   * Serves a folder.
   *
   * @throws IllegalArgumentException when the folder is missing, or the host has no address
   * @throws IllegalStateException when the port cannot be opened, saying why and what to do
   * @throws InvalidMocksException when the settings are strict and a file has a problem
   */
  public static Homeport start(HomeportOptions options) {
    LoadedMocks mocks = new MocksLoader(options.vars()).load(options.folder());
    Settings settings = options.settings().orElse(mocks.settings());
    if (settings.strict() && !mocks.problems().isEmpty()) {
      throw new InvalidMocksException(mocks.problems());
    }
    return new Homeport(HttpServer.start(mocks, settings, RequestLog.none()), mocks.problems());
  }

  /** Where it answers: {@code http://127.0.0.1:49342}, without a slash at the end. */
  public String url() {
    return server.url();
  }

  /** The port, the same on 127.0.0.1 and ::1. */
  public int port() {
    return server.port();
  }

  /** What is wrong with the files, sorted by place; a file with a problem has no route. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Stops: accepts no more, gives running answers half a second, closes. Closing twice does
   * nothing.
   */
  @Override
  public void close() {
    server.close();
  }
}
