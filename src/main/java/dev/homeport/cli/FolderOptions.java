package dev.homeport.cli;

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

  /** As given: {@code NAME=TEXT}. */
  List<String> vars() {
    return vars;
  }
}
