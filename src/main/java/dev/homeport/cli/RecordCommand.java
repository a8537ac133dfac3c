package dev.homeport.cli;

import dev.homeport.definition.record.RecordedFolder;
import dev.homeport.definition.record.Recording;
import dev.homeport.definition.record.Upstream;
import dev.homeport.definition.setting.Settings;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.json.Json;
import dev.homeport.server.Reach;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Forwards every request to a real API and writes what came back as mock files, until a signal
 * comes. Then it asks the files what was recorded, and says what they answer otherwise.
 */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = ProgramVersion.class,
    description = {
      "Forward every request to a real API, and write what came back as mock",
      "files. Tokens, passwords and cookies in answers are REDACTED."
    })
final class RecordCommand implements Callable<Integer> {

  /** Of the heap, a recording may take half. */
  private static final int SHARE = 2;

  private final Terminal terminal;
  private final Map<String, String> environment;
  private final Clock clock;

  /** The exit status once all is written; guarded by this. */
  private @Nullable Integer ended;

  @Parameters(
      paramLabel = "URL",
      description = "The API: https://api.example.com, also with a path.")
  private String url = "";

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Where to write the mock files: an empty folder, or a new one.")
  private Path out = Path.of("");

  @Option(
      names = "--keep-secrets",
      description = "Write tokens, passwords and cookies as they came.")
  private boolean keepSecrets;

  @Mixin private SettingOptions options = new SettingOptions();

  RecordCommand(Terminal terminal, Map<String, String> environment, Clock clock) {
    this.terminal = terminal;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws UsageException {
    Upstream upstream = upstream();
    Settings settings = OutsideSettings.of(options.given(), List.of(), environment).settings();
    long mostBytes = Runtime.getRuntime().maxMemory() / SHARE;
    Recording recording =
        new Recording(upstream.origin(), keepSecrets, LocalDate.now(clock), mostBytes);
    Recorder.Target target = new Recorder.Target(out, recording, folder());
    try (Recorder recorder = Recorder.start(terminal, settings, upstream, target)) {
      StopSignal signal = StopSignal.calling(() -> end(recorder));
      try {
        recorder.announce(terminal);
      } catch (NotServedException e) {
        signal.forget();
        throw e;
      }
      say(recorder, upstream);
      signal.await();
      return end(recorder);
    } catch (NotServedException e) {
      return e.status();
    }
  }

  private Upstream upstream() throws UsageException {
    try {
      return Upstream.parse(url);
    } catch (SyntaxException e) {
      String hint = e.hint() == null ? "" : " (" + e.hint() + ")";
      throw new UsageException("'" + url + "' is no URL to record: " + e.getMessage() + hint);
    }
  }

  private RecordedFolder folder() throws UsageException {
    try {
      return RecordedFolder.open(out);
    } catch (IOException e) {
      throw new UsageException("--out: " + e.getMessage());
    }
  }

  private void say(Recorder recorder, Upstream upstream) {
    StartLine line = new StartLine("Homeport", recorder.server().main(), out);
    PrintStream err = terminal.err();
    Reach reach = recorder.server().reach();
    String host = recorder.settings().host().orElse("loopback");
    ReachAdvice advice = new ReachAdvice(host, recorder.server().port(), reach);
    if (!recorder.settings().quiet()) {
      err.println("recording " + upstream.origin() + " into " + out);
      reach.localhostUrl().ifPresent(url -> err.println("also at " + url));
      advice.hint(Container.isAround(Path.of("/"))).forEach(err::println);
    }
    advice.warning().forEach(err::println);
    err.flush();
    if (recorder.settings().json()) {
      Map<String, Object> start = line.asMap();
      start.put("recording", upstream.origin());
      terminal.out().println(Json.write(start));
    } else {
      terminal.out().println(line.text());
    }
    terminal.out().flush();
  }

  /** Closes it and reports, once: a signal comes while the command waits. */
  private synchronized int end(Recorder recorder) {
    if (ended != null) {
      return ended;
    }
    recorder.close();
    RecordReport report = recorder.report();
    if (recorder.settings().json()) {
      terminal.out().println(Json.write(report.asMap()));
    } else {
      terminal.report(report.playback().problems());
      terminal.out().print(report.text());
    }
    terminal.out().flush();
    int status = report.isFaithful() ? ExitStatus.FINE : ExitStatus.PROBLEMS;
    ended = status;
    return status;
  }
}
