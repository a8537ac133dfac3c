package dev.homeport.cli;

import dev.homeport.definition.load.Reload;
import dev.homeport.definition.setting.Settings;
import dev.homeport.server.ServedFolder;
import dev.homeport.server.ServedMocks;

/** Says what was reloaded. Reloads follow each other. */
record Reloading(RequestLines requests, Terminal terminal) implements ServedFolder.Listener {

  @Override
  public void reloaded(ServedMocks mocks, Reload reload, Settings before, Settings now) {
    if (mocks.service().isEmpty()) {
      requests.showAll(now.verbose());
    }
    new ReloadLines(terminal).print(reload, before, now, mocks.settings());
  }

  /** Of a service that could not be served at the start, and may be one after the next. */
  void reloadedUnserved(Reload reload) {
    if (!reload.isEmpty()) {
      new ReloadLines(terminal).printUnserved(reload);
    }
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
