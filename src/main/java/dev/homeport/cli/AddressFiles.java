package dev.homeport.cli;

import dev.homeport.definition.load.Settings;
import dev.homeport.server.ServedFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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

  /** Those that the settings name; nothing is written yet. */
  static AddressFiles of(ServedFolder served) {
    Settings settings = served.whole().settings();
    int port = served.whole().port().port();
    List<AddressFile> files = new ArrayList<>();
    settings
        .portFile()
        .map(path -> new AddressFile(AddressFile.Kind.PORT, path, port + "\n"))
        .ifPresent(files::add);
    settings
        .envFile()
        .map(path -> new AddressFile(AddressFile.Kind.ENV, path, variables(served)))
        .ifPresent(files::add);
    return new AddressFiles(files);
  }

  private static String variables(ServedFolder served) {
    StringBuilder lines = new StringBuilder();
    AddressVariables.of(served)
        .forEach((name, url) -> lines.append(name).append('=').append(url).append('\n'));
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

  /** Removes those that still hold what was written. */
  @Override
  public synchronized void close() {
    isClosed = true;
    files.forEach(AddressFile::remove);
  }
}
