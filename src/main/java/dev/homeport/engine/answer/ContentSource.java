package dev.homeport.engine.answer;

import org.jspecify.annotations.Nullable;

/** Finds files below the mocks folder. Safe for any number of threads; may block. */
@FunctionalInterface
public interface ContentSource {

  /**
   * The file, or null when it is missing, a directory, or not to be served from where the author
   * put the route.
   */
  @Nullable Content find(String path);
}
