package dev.homeport.cli;

import dev.homeport.definition.load.FolderWatcher;
import dev.homeport.definition.load.LiveFolder;
import dev.homeport.definition.load.LiveMocks;
import dev.homeport.definition.load.SeedSaver;
import dev.homeport.definition.setting.Settings;
import dev.homeport.diagnostic.Problem;
import dev.homeport.server.ServedFolder;
import dev.homeport.server.ServedMocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder that is served as the command line says, until it is closed: its server, the log of its
 * requests, the files that tell where it answers, and the watching of its files, of its services
 * too. Started, announced and closed by one thread; may be closed by another.
 */
final class Serving implements AutoCloseable {

  private final LiveFolder live;
  private final ServedFolder served;
  private final int problems;
  private final RequestLines lines;
  private final AddressFiles files;
  private final Reloading reloading;

  /** Guarded by this. */
  private final List<FolderWatcher> watchers = new ArrayList<>();

  private final List<SeedSaver> savers;

  private Serving(
      LiveFolder live,
      ServedFolder served,
      int problems,
      RequestLines lines,
      Reloading reloading,
      List<SeedSaver> savers) {
    this.savers = savers;
    this.live = live;
    this.served = served;
    this.problems = problems;
    this.lines = lines;
    this.files = AddressFiles.of(served);
    this.reloading = reloading;
  }

  /**
   * Reads the folder, reports its problems, and opens the ports.
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
    LiveFolder live = folder.open(outside);
    List<Problem> problems = live.problems();
    Settings settings = outside.settings().orElse(live.whole().mocks().settings());
    terminal.log(problems);
    if (settings.strict() && !problems.isEmpty()) {
      terminal.err().println("not started, because of --strict");
      throw new NotServedException(ExitStatus.PROBLEMS);
    }
    RequestLines lines = new RequestLines(terminal.err(), settings.verbose()).started();
    try {
      Reloading reloading = new Reloading(lines, terminal);
      ServedFolder served =
          ServedFolder.start(live, outside.settings(), outside.vars(), lines::of, reloading);
      List<SeedSaver> savers =
          settings.saveData()
              ? served.all().stream().map(each -> saver(each, reloading)).toList()
              : List.of();
      return new Serving(live, served, problems.size(), lines, reloading, savers);
    } catch (IllegalArgumentException e) {
      lines.close();
      throw UsageException.of(e);
    } catch (IllegalStateException e) {
      lines.close();
      terminal.err().println("homeport: " + e.getMessage());
      throw new NotServedException(ExitStatus.NOT_STARTED);
    }
  }

  private static SeedSaver saver(ServedMocks mocks, Reloading reloading) {
    return SeedSaver.start(mocks.live(), mocks.port().engine(), reloading::notSaved);
  }

  /**
   * Writes the files that tell where it answers, and begins to watch the folder.
   *
   * @throws NotServedException when a file cannot be written
   */
  void announce(Terminal terminal) throws NotServedException {
    files.announce(terminal);
    if (settings().watch()) {
      watchAll();
    }
  }

  private synchronized void watchAll() {
    for (ServedMocks each : served.all()) {
      watch(each.live());
    }
    for (LiveMocks each : live.unserved()) {
      each.listen(reloading::reloadedUnserved);
      watch(each);
    }
  }

  private void watch(LiveMocks mocks) {
    watchers.add(FolderWatcher.start(mocks, reloading::failed));
  }

  ServedFolder served() {
    return served;
  }

  /** How many there were when it was started, those of services included. */
  int problems() {
    return problems;
  }

  /** Those of the whole folder. */
  Settings settings() {
    return served.whole().settings();
  }

  /** Ends all of it; nobody shall read where it answers once it does not. Twice does nothing. */
  @Override
  public synchronized void close() {
    files.close();
    watchers.forEach(FolderWatcher::close);
    served.close();
    savers.forEach(SeedSaver::close);
    lines.close();
  }
}
