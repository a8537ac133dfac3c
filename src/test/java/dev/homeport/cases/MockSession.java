package dev.homeport.cases;

import dev.homeport.definition.load.LiveFolder;
import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.setting.Setting;
import dev.homeport.definition.setting.Settings;
import dev.homeport.diagnostic.Problem;
import dev.homeport.engine.Decision;
import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.explain.Explanation;
import dev.homeport.engine.http.Handshake;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Mock files that were loaded, and an engine that answers from them without a socket. */
public final class MockSession {

  private final LoadedMocks mocks;
  private final List<Problem> problems;
  private final MockEngine engine;
  private final String folder;

  private MockSession(LoadedMocks mocks, List<Problem> problems, MockEngine engine, String folder) {
    this.mocks = mocks;
    this.problems = problems;
    this.engine = engine;
    this.folder = folder;
  }

  /** Loads a folder. */
  public static MockSession of(
      Path folder, Map<Setting, String> settings, Map<String, String> vars) {
    LiveFolder all = LiveFolder.open(folder, vars);
    LoadedMocks mocks = all.whole().mocks();
    Settings effective = new Settings(settings).orElse(mocks.settings());
    EngineOptions options =
        new EngineOptions(
            effective.clock(),
            effective.seed(),
            effective.delay().orElse(null),
            effective.prefer());
    MockEngine engine = new MockEngine(mocks.index(), mocks.plans(), options);
    return new MockSession(mocks, all.problems(), engine, folder.toString());
  }

  /** Writes files into a folder and loads it. */
  public static MockSession of(
      Path folder,
      Map<String, byte[]> files,
      Map<Setting, String> settings,
      Map<String, String> vars) {
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(folder, settings, vars);
  }

  /** The problems, those of services too, one a line, with places relative to the folder. */
  public List<String> problems() {
    return problems.stream().map(problem -> problem.toString().replace(folder + "/", "")).toList();
  }

  /** How many routes answer. */
  public int routes() {
    return mocks.index().routes().size();
  }

  /** Answers a request as if it had come from this machine to {@code localhost:8080}. */
  public Reply answer(String method, String target, List<Field> headers, byte[] body) {
    return (Reply) decide(method, target, headers, body).answer();
  }

  /** Decides on such a request; of the method {@code WS} on the handshake of a WebSocket. */
  public Decision decide(String method, String target, List<Field> headers, byte[] body) {
    Request request = Handshake.spelledOut(request(method, target, headers, body));
    return engine.answer(request, engine.lookup(request));
  }

  /** Explains such a request. */
  public Explanation explain(String method, String target, List<Field> headers, byte[] body) {
    return engine.explain(request(method, target, headers, body));
  }

  private static Request request(String method, String target, List<Field> headers, byte[] body) {
    List<Field> fields = new ArrayList<>(headers);
    if (headers.stream().noneMatch(field -> field.name().equalsIgnoreCase("Host"))) {
      fields.add(new Field("Host", "localhost:8080"));
    }
    return new Request(
        method, target, Headers.of(fields), body, "http", InetAddress.getLoopbackAddress());
  }
}
