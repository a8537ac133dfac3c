package dev.homeport.cli;

import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.TextReader;
import dev.homeport.definition.record.Playback;
import dev.homeport.definition.record.RecordedFolder;
import dev.homeport.definition.record.Recording;
import dev.homeport.definition.record.RecordingWriter;
import dev.homeport.definition.record.Upstream;
import dev.homeport.definition.setting.Setting;
import dev.homeport.definition.setting.Settings;
import dev.homeport.server.HttpServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A server that forwards every request and records what comes back, until it is closed. Started and
 * announced by one thread; may be closed by another.
 */
final class Recorder implements AutoCloseable {

  private final Path folder;
  private final Recording recording;
  private final RecordedFolder recorded;
  private final Settings settings;
  private final HttpServer server;
  private final RequestLines lines;
  private final AddressFiles files;
  private final RecordingWriter writer;

  private Recorder(
      Target target,
      Settings settings,
      HttpServer server,
      RequestLines lines,
      RecordingWriter writer) {
    this.folder = target.folder();
    this.recording = target.recording();
    this.recorded = target.recorded();
    this.settings = settings;
    this.server = server;
    this.lines = lines;
    this.writer = writer;
    this.files =
        AddressFiles.of(settings, server.port(), AddressVariables.of("HOMEPORT", server.main()));
  }

  /**
   * Where a recording goes.
   *
   * @param recorded the folder, opened
   */
  record Target(Path folder, Recording recording, RecordedFolder recorded) {}

  /**
   * Opens the port.
   *
   * @throws UsageException for an option that is none
   * @throws NotServedException when the port cannot be opened
   */
  static Recorder start(Terminal terminal, Settings given, Upstream upstream, Target target)
      throws UsageException, NotServedException {
    Settings settings = allowing(upstream, given);
    RecordingLines progress = new RecordingLines(terminal.err(), settings.quiet());
    RequestLines lines = new RequestLines(terminal.err(), settings.verbose()).started();
    RecordingWriter writer = new RecordingWriter(target.recording(), target.recorded(), progress);
    LoadedMocks mocks = upstream.mocks();
    try {
      TextReader texts = TextReader.withoutFiles(Map.of());
      HttpServer server = HttpServer.start(mocks, settings, texts, lines, writer);
      return new Recorder(target, settings, server, lines, writer);
    } catch (IllegalArgumentException e) {
      lines.close();
      writer.close();
      throw UsageException.of(e);
    } catch (IllegalStateException e) {
      lines.close();
      writer.close();
      terminal.err().println("homeport: " + e.getMessage());
      throw new NotServedException(ExitStatus.NOT_STARTED);
    }
  }

  /** Who names a URL on the command line has allowed it. */
  private static Settings allowing(Upstream upstream, Settings given) {
    List<String> more = given.allowedOutbound();
    String own = upstream.url().host() + ":" + upstream.url().port();
    String all = more.isEmpty() ? own : own + "," + String.join(",", more);
    return new Settings(Map.of(Setting.ALLOW_OUTBOUND, all)).orElse(given);
  }

  /**
   * Writes the files that tell where it answers.
   *
   * @throws NotServedException when one cannot be written
   */
  void announce(Terminal terminal) throws NotServedException {
    files.announce(terminal);
  }

  HttpServer server() {
    return server;
  }

  Settings settings() {
    return settings;
  }

  /** Ends the server, then writes what is not written yet. Twice does nothing. */
  @Override
  public synchronized void close() {
    files.close();
    server.close();
    lines.close();
    writer.close();
  }

  /** Asks the files, once it is closed, what was recorded. */
  RecordReport report() {
    return new RecordReport(folder, recording, recorded.edited(), Playback.of(recording, folder));
  }
}
