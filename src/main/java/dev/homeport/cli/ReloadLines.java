package dev.homeport.cli;

import dev.homeport.definition.load.Reload;
import dev.homeport.definition.load.RouteChanges;
import dev.homeport.definition.setting.Setting;
import dev.homeport.definition.setting.Settings;
import dev.homeport.diagnostic.VisibleText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints what a reload did: new problems as at the start, what is mended, and in one line which
 * routes have changed.
 *
 * <pre>
 * reloaded mocks/users.yaml: +2 routes, ~1, -0
 * </pre>
 */
final class ReloadLines {

  private static final int MOST_NAMED = 3;

  private final Terminal terminal;

  ReloadLines(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Prints.
   *
   * @param before the settings until now, all of them
   * @param now the settings from now on
   * @param running the settings with which the server was started
   */
  void print(Reload reload, Settings before, Settings now, Settings running) {
    terminal.log(reload.found());
    if (!reload.found().isEmpty()) {
      reload.kept().forEach(file -> line(file + " has problems: its last good version stays"));
    }
    mended(reload);
    if (isWorthALine(reload) && !now.quiet()) {
      line("reloaded " + named(reload.files()) + ": " + reload.changes());
    }
    for (Setting setting : now.differences(before)) {
      if (!setting.isLive() && now.differences(running).contains(setting)) {
        line(setting.key() + " changed: restart to apply");
      }
    }
    terminal.err().flush();
  }

  /** Prints what was read of a service that is not served. */
  void printUnserved(Reload reload) {
    terminal.log(reload.found());
    mended(reload);
    line("reloaded " + named(reload.files()) + ": restart to serve it");
    terminal.err().flush();
  }

  private void mended(Reload reload) {
    reload.mended().forEach(file -> line("mended " + file));
  }

  private static boolean isWorthALine(Reload reload) {
    RouteChanges changes = reload.changes();
    return !reload.files().isEmpty() || !changes.isEmpty();
  }

  private static String named(List<String> files) {
    return files.isEmpty() || files.size() > MOST_NAMED
        ? files.size() + " files"
        : files.stream().collect(Collectors.joining(", "));
  }

  private void line(String text) {
    terminal.err().println(VisibleText.of(text));
  }
}
