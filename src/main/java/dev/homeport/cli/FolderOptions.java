package dev.homeport.cli;

import dev.homeport.definition.load.LiveFolder;
import dev.homeport.diagnostic.Suggestion;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command takes that reads a folder. */
final class FolderOptions {

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      defaultValue = "mocks",
      description = "The folder of mock files (default: mocks).")
  private Path folder = Path.of("mocks");

  @Option(
      names = "--var",
      paramLabel = "NAME=TEXT",
      description = "A named value for templates, {{vars.NAME}}; may be repeated.")
  private List<String> vars = List.of();

  Path folder() {
    return folder;
  }

  /**
   * Reads the folder.
   *
   * @throws UsageException when it is missing
   */
  LiveFolder open(OutsideSettings outside) throws UsageException {
    return open(folder, outside);
  }

  /** As above, for a command that takes the folder in another place. */
  static LiveFolder open(Path folder, OutsideSettings outside) throws UsageException {
    try {
      return LiveFolder.open(folder, outside.vars());
    } catch (IllegalArgumentException e) {
      String command = Suggestion.nearest(folder.toString(), Main.COMMANDS);
      throw new UsageException(
          e.getMessage()
              + (command == null ? "" : " (did you mean the command '" + command + "'?)"));
    }
  }

  /** As given: {@code NAME=TEXT}. */
  List<String> vars() {
    return vars;
  }
}
