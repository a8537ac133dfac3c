package dev.homeport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.definition.record.WholeFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file that says where a server answers, there as long as the server is. It appears complete, by
 * one move. Another file is never lost by it: what is replaced must hold what such a file holds,
 * and what is removed must hold what we wrote. Not safe for several threads.
 */
final class AddressFile {

  /** What kind of file. */
  enum Kind {
    PORT("\\d{0,5}\\s*"),
    ENV("([A-Z][A-Z0-9_]*_URL=[^\n]*\n?)*");

    private final Pattern content;

    Kind(String content) {
      this.content = Pattern.compile(content);
    }

    private String option() {
      return "--" + name().toLowerCase(Locale.ROOT) + "-file";
    }
  }

  /** No file of ours is larger: it would name hundreds of services. */
  private static final int MOST_BYTES = 64 * 1024;

  private final Kind kind;
  private final Path path;
  private final String content;

  AddressFile(Kind kind, Path path, String content) {
    this.kind = kind;
    this.path = path;
    this.content = content;
  }

  /**
   * Writes it.
   *
   * @throws IOException saying which file cannot be written, why and what to do
   */
  void write() throws IOException {
    try {
      Path place = place();
      if (Files.isDirectory(place)) {
        throw refused("it is a folder (name a file in it)");
      }
      if (!mayReplace(place)) {
        throw refused("it holds something else, which would be lost (give it a name of its own)");
      }
      WholeFile.write(place, content.getBytes(UTF_8));
    } catch (IOException e) {
      throw new IOException(
          kind.option().substring(2) + " '" + path + "' cannot be written: " + reason(e), e);
    }
  }

  private FileSystemException refused(String reason) {
    return new FileSystemException(path.toString(), null, reason);
  }

  private String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "its folder does not exist (make the folder first)";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission to write there (name another with " + kind.option() + ")";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? e.toString() : reason;
  }

  /** A link stays a link. */
  private Path place() throws IOException {
    return Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
  }

  private boolean mayReplace(Path place) throws IOException {
    return !Files.exists(place, LinkOption.NOFOLLOW_LINKS)
        || (Files.isRegularFile(place)
            && Files.size(place) <= MOST_BYTES
            && kind.content.matcher(read(place)).matches());
  }

  /** Removes it, unless somebody else has written or removed it meanwhile. */
  void remove() {
    try {
      Path place = place();
      if (Files.isRegularFile(place) && read(place).equals(content)) {
        Files.delete(place);
      }
    } catch (IOException e) {
      // Gone, or no longer ours to remove.
    }
  }

  /** Byte by byte, so that no file is unreadable. */
  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8);
  }
}
