package dev.homeport;

import dev.homeport.definition.load.LiveFolder;
import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.TextReader;
import dev.homeport.definition.setting.Settings;
import dev.homeport.engine.MockEngine;
import dev.homeport.server.HttpServer;
import dev.homeport.server.RequestLog;
import dev.homeport.server.ServedFolder;
import dev.homeport.server.ServedMocks;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts what options say: a folder, one of the class path, or a text. Stateless. */
final class Starting {

  private Starting() {}

  /** As {@link Homeport#start(HomeportOptions)}. */
  static Homeport with(HomeportOptions options) {
    MocksSource source = options.source();
    if (source instanceof MocksSource.Text text) {
      return startText(text, options);
    }
    MocksSource.Opened folder =
        source instanceof MocksSource.ClassPath classPath
            ? classPath.open()
            : new MocksSource.Opened(((MocksSource.Folder) source).path(), false);
    try {
      return startFolder(folder, options);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static Homeport startFolder(MocksSource.Opened folder, HomeportOptions options) {
    LiveFolder live = LiveFolder.open(folder.path(), options.vars());
    Settings settings = options.settings().orElse(live.whole().mocks().settings());
    if (settings.strict() && !live.problems().isEmpty()) {
      throw new InvalidMocksException(live.problems());
    }
    ServedFolder served =
        ServedFolder.start(
            live,
            options.settings(),
            options.vars(),
            service -> RequestLog.none(),
            ServedFolder.Listener.NONE);
    HttpServer server = served.server();
    Map<String, Homeport> services = new LinkedHashMap<>();
    for (ServedMocks each : served.services()) {
      services.put(
          each.service().orElseThrow(),
          new Homeport(server, each.port(), each.texts(), null, Map.of(), null));
    }
    return new Homeport(server, server.main(), served.whole().texts(), live, services, folder);
  }

  private static Homeport startText(MocksSource.Text text, HomeportOptions options) {
    TextReader texts = TextReader.withoutFiles(options.vars());
    TextReader.Mocks mocks = RunTimeMocks.read(texts, text.at(), text.yaml(), List.of());
    LoadedMocks nothing = LoadedMocks.none();
    HttpServer server = HttpServer.start(nothing, options.settings(), texts, RequestLog.none());
    MockEngine engine = server.main().engine();
    engine.load(mocks.routes(), mocks.collections());
    engine.keepLoaded();
    return new Homeport(
        server, server.main(), texts, null, Map.of(), new MocksSource.Opened(Path.of(""), false));
  }
}
