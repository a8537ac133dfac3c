package dev.homeport.cli;

import dev.homeport.definition.load.Reload;
import dev.homeport.definition.load.Settings;
import dev.homeport.server.HttpServer;
import java.util.function.Consumer;

/** Hands what was reloaded to the running server, and says so. Reloads follow each other. */
final class Reloading implements Consumer<Reload> {

  private final OutsideSettings outside;
  private final Settings running;
  private final HttpServer server;
  private final RequestLines requests;
  private final Terminal terminal;
  private Settings settings;

  /**
   * Reloads a server.
   *
   * @param settings with which it was started
   */
  Reloading(
      OutsideSettings outside,
      Settings settings,
      HttpServer server,
      RequestLines requests,
      Terminal terminal) {
    this.outside = outside;
    this.running = settings;
    this.settings = settings;
    this.server = server;
    this.requests = requests;
    this.terminal = terminal;
  }

  @Override
  public void accept(Reload reload) {
    if (reload.isEmpty()) {
      return;
    }
    Settings before = settings;
    Settings now = outside.settings().orElse(reload.mocks().settings());
    settings = now;
    server.use(reload.mocks(), now);
    requests.showAll(now.verbose());
    new ReloadLines(terminal).print(reload, before, now, running);
  }

  /** Says that data are not in their file. */
  void notSaved(String why) {
    terminal.err().println("homeport: " + why);
  }

  /** Says that the files could not be reloaded; what serves goes on. */
  void failed(Throwable failure) {
    terminal.err().println("homeport: the files could not be reloaded: " + failure);
  }
}
