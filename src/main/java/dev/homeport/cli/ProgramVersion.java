package dev.homeport.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the version that is written in the jar. */
final class ProgramVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return new String[] {"homeport " + (version == null ? "(not packaged)" : version)};
  }
}
