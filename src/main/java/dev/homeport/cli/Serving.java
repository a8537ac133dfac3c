package dev.homeport.cli;

import dev.homeport.definition.load.FolderWatcher;
import dev.homeport.definition.load.LiveMocks;
import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.Settings;
import dev.homeport.definition.load.TextReader;
import dev.homeport.server.HttpServer;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is served as the command line says, until it is closed: its server, the log of its
 * requests, the files that tell where it answers, and the watching of its files. Started, announced
 * and closed by one thread; may be closed by another.
 */
final class Serving implements AutoCloseable {

  private final LiveMocks live;
  private final LoadedMocks mocks;
  private final Settings settings;
  private final HttpServer server;
  private final RequestLines lines;
  private final AddressFiles files;
  private final Reloading reloading;
  private @Nullable FolderWatcher watcher;

  private Serving(
      LiveMocks live,
      Settings settings,
      HttpServer server,
      RequestLines lines,
      Reloading reloading) {
    this.live = live;
    this.mocks = live.mocks();
    this.settings = settings;
    this.server = server;
    this.lines = lines;
    this.files = AddressFiles.of(server, settings);
    this.reloading = reloading;
  }

  /**
   * Reads the folder, reports its problems, and opens the port.
   *
   * @throws UsageException for options, or a folder, that are none
   * @throws NotServedException when it cannot be served
   */
  static Serving start(
      Terminal terminal,
      Map<String, String> environment,
      FolderOptions folder,
      ServeOptions options)
      throws UsageException, NotServedException {
    OutsideSettings outside = OutsideSettings.of(options.given(), folder.vars(), environment);
    LiveMocks live = folder.open(outside);
    Settings settings = outside.settings().orElse(live.mocks().settings());
    terminal.log(live.mocks().problems());
    if (settings.strict() && !live.mocks().problems().isEmpty()) {
      terminal.err().println("not started, because of --strict");
      throw new NotServedException(ExitStatus.PROBLEMS);
    }
    RequestLines lines = new RequestLines(terminal.err(), settings.verbose()).started();
    try {
      TextReader texts = TextReader.in(folder.folder(), outside.vars());
      HttpServer server = HttpServer.start(live.mocks(), settings, texts, lines);
      Reloading reloading = new Reloading(outside, settings, server, lines, terminal);
      live.listen(reloading);
      return new Serving(live, settings, server, lines, reloading);
    } catch (IllegalArgumentException e) {
      lines.close();
      throw UsageException.of(e);
    } catch (IllegalStateException e) {
      lines.close();
      terminal.err().println("homeport: " + e.getMessage());
      throw new NotServedException(ExitStatus.NOT_STARTED);
    }
  }

  /**
   * Writes the files that tell where it answers, and begins to watch the folder.
   *
   * @throws NotServedException when a file cannot be written
   */
  void announce(Terminal terminal) throws NotServedException {
    try {
      files.write();
    } catch (IOException e) {
      terminal.err().println("homeport: " + e.getMessage());
      throw new NotServedException(ExitStatus.NOT_STARTED);
    }
    if (settings.watch()) {
      watch();
    }
  }

  private synchronized void watch() {
    watcher = FolderWatcher.start(live, reloading::failed);
  }

  HttpServer server() {
    return server;
  }

  /** As they were when it was started. */
  LoadedMocks mocks() {
    return mocks;
  }

  Settings settings() {
    return settings;
  }

  /** Ends all of it; nobody shall read where it answers once it does not. Twice does nothing. */
  @Override
  public synchronized void close() {
    files.close();
    FolderWatcher watching = watcher;
    if (watching != null) {
      watching.close();
    }
    server.close();
    lines.close();
  }
}
