package dev.homeport.definition.record;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A folder that a recording is written into. Every file appears complete, data before the mock file
 * that names it. What is not its own it never touches: it begins empty, and a file that somebody
 * changed meanwhile stays as it is from then on. For one thread.
 */
public final class RecordedFolder {

  private final Path folder;
  private final Map<String, Map<String, byte[]>> written = new HashMap<>();
  private final Set<String> edited = new TreeSet<>();

  private RecordedFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a folder, and makes it if it is not there.
   *
   * @throws IOException saying why it cannot be recorded into, and what to do
   */
  public static RecordedFolder open(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException("'" + folder + "' is not a folder");
    }
    Files.createDirectories(folder);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      if (entries.iterator().hasNext()) {
        throw new IOException(
            "the folder '"
                + folder
                + "' is not empty (record into a new one, and move over what you want to keep)");
      }
    }
    return new RecordedFolder(folder);
  }

  /**
   * Writes the files of a resource, and removes those of its files that it has no more.
   *
   * @throws IOException when one cannot be written
   */
  public void write(Recording.Files files) throws IOException {
    Map<String, byte[]> before = written.computeIfAbsent(files.resource(), any -> new HashMap<>());
    String mockFile = files.resource() + ".yaml";
    for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
      if (!file.getKey().equals(mockFile)) {
        write(file.getKey(), file.getValue(), before);
      }
    }
    byte[] yaml = files.contents().get(mockFile);
    if (yaml != null) {
      write(mockFile, yaml, before);
    }
    Set<String> gone = new HashSet<>(before.keySet());
    gone.removeAll(files.contents().keySet());
    for (String name : gone) {
      if (isOurs(name, before)) {
        Files.deleteIfExists(folder.resolve(name));
      }
      before.remove(name);
    }
  }

  private void write(String name, byte[] content, Map<String, byte[]> before) throws IOException {
    if (Arrays.equals(content, before.get(name)) || edited.contains(name)) {
      return;
    } else if (!isOurs(name, before)) {
      edited.add(name);
      return;
    }
    Path file = folder.resolve(name);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    WholeFile.write(file, content);
    before.put(name, content);
  }

  /** Whether what lies there is what we wrote, or nothing. */
  private boolean isOurs(String name, Map<String, byte[]> before) throws IOException {
    Path file = folder.resolve(name);
    return !Files.exists(file)
        || (Files.isRegularFile(file)
            && before.containsKey(name)
            && Arrays.equals(Files.readAllBytes(file), before.get(name)));
  }

  /** Files that somebody changed while they were recorded: what came later is not in them. */
  public Set<String> edited() {
    return Set.copyOf(edited);
  }
}
