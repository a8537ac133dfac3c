package dev.homeport.cli;

import dev.homeport.definition.setting.Settings;
import dev.homeport.server.ServedFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The files that say where a server answers: {@code --port-file} and {@code --env-file}. Safe for
 * any number of threads: the one that closes may come while they are being written.
 */
final class AddressFiles implements AutoCloseable {

  private final List<AddressFile> files;
  private boolean isClosed;

  private AddressFiles(List<AddressFile> files) {
    this.files = List.copyOf(files);
  }

  /** Those that the settings of a folder name; nothing is written yet. */
  static AddressFiles of(ServedFolder served) {
    int port = served.whole().port().port();
    return of(served.whole().settings(), port, AddressVariables.of(served));
  }

  /**
   * As above.
   *
   * @param variables which name where it answers
   */
  static AddressFiles of(Settings settings, int port, Map<String, String> variables) {
    List<AddressFile> files = new ArrayList<>();
    settings
        .portFile()
        .map(path -> new AddressFile(AddressFile.Kind.PORT, path, port + "\n"))
        .ifPresent(files::add);
    settings
        .envFile()
        .map(path -> new AddressFile(AddressFile.Kind.ENV, path, lines(variables)))
        .ifPresent(files::add);
    return new AddressFiles(files);
  }

  private static String lines(Map<String, String> variables) {
    StringBuilder lines = new StringBuilder();
    variables.forEach((name, url) -> lines.append(name).append('=').append(url).append('\n'));
    return lines.toString();
  }

  /**
   * Writes them, unless they are closed already.
   *
   * @throws IOException saying which one cannot be written, why and what to do
   */
  synchronized void write() throws IOException {
    if (isClosed) {
      return;
    }
    for (AddressFile file : files) {
      file.write();
    }
  }

  /**
   * As above, telling the user what is wrong.
   *
   * @throws NotServedException when one cannot be written
   */
  void announce(Terminal terminal) throws NotServedException {
    try {
      write();
    } catch (IOException e) {
      terminal.err().println("homeport: " + e.getMessage());
      throw new NotServedException(ExitStatus.NOT_STARTED);
    }
  }

  /** Removes those that still hold what was written. */
  @Override
  public synchronized void close() {
    isClosed = true;
    files.forEach(AddressFile::remove);
  }
}
