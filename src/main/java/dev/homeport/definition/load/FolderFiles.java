package dev.homeport.definition.load;

import dev.homeport.engine.answer.Content;
import dev.homeport.engine.answer.ContentSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Files below one folder, for routes whose {@code file} is chosen by the request: nothing outside
 * of it, links resolved, no names that begin with a dot, no settings and no mock files. Safe for
 * any number of threads; asks the disk each time.
 *
 * @param base against which names are resolved: the folder of the mock file
 * @param root the folder that found files must be below, links resolved
 * @param servesYaml whether YAML files here are data; they are not where mock files may be
 */
record FolderFiles(Path base, Path root, boolean servesYaml) implements ContentSource {

  @Override
  public @Nullable Content find(String name) {
    Path real = real(name);
    if (real == null || !real.startsWith(root) || !isServed(root.relativize(real))) {
      return null;
    }
    return FileContent.of(real);
  }

  private @Nullable Path real(String name) {
    try {
      return base.resolve(name.startsWith("/") ? name.substring(1) : name).toRealPath();
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }

  private boolean isServed(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    String file = relative.getFileName().toString();
    return servesYaml || !(file.endsWith(".yaml") || file.endsWith(".yml"));
  }

  /** A file that was there when it was found. */
  record FileContent(Path path, long length, Instant lastModified) implements Content {

    /** The file, or null when it is none. */
    static @Nullable Content of(Path path) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return attributes.isRegularFile()
            ? new FileContent(path, attributes.size(), attributes.lastModifiedTime().toInstant())
            : null;
      } catch (IOException e) {
        return null;
      }
    }

    @Override
    public String etag() {
      long nanos = lastModified.getEpochSecond() * 1_000_000_000L + lastModified.getNano();
      return '"' + Long.toHexString(length) + '-' + Long.toHexString(nanos) + '"';
    }

    @Override
    public InputStream open(long offset) throws IOException {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      try {
        return Channels.newInputStream(channel.position(offset));
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }
  }
}
