package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Problems;
import org.jspecify.annotations.Nullable;

/** Reads YAML 1.2 into a located tree. Has no state; safe to share. */
public final class YamlReader {

  /** Largest text read, in bytes of UTF-8: 16 MiB. */
  public static final int MAX_BYTES = 16 << 20;

  /**
   * Reads one document.
   *
   * @param file the name for locations
   * @param text the whole text
   * @param problems takes every mistake: a syntax error (which hides the rest), duplicate keys,
   *     numbers that YAML would change silently, a second document, too much depth or too many
   *     nodes
   * @return the tree, as much of it as could be read; null when there is nothing in the file or a
   *     syntax error
   */
  public @Nullable YamlNode read(String file, String text, Problems problems) {
    throw new AssertionError("skeleton");
  }
}
