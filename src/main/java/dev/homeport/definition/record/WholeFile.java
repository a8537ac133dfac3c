package dev.homeport.definition.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file that nobody ever sees half of. Stateless. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes beside the place and moves, for only there a move is one step. What lay there is
   * replaced.
   *
   * @param place whose folder exists
   */
  public static void write(Path place, byte[] content) throws IOException {
    String name = "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path whole = place.resolveSibling(name);
    Files.deleteIfExists(whole);
    try {
      Files.write(whole, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
