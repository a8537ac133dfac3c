package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;

/**
 * A value that was rendered for this request cannot be sent. Never leaves the package: it becomes a
 * 500 that names the key.
 */
final class UnsendableException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * What cannot be sent.
   *
   * @param key the key of the response, {@code headers.Location} for example
   * @param why without the value: it may be hostile
   */
  UnsendableException(String key, Location at, String why) {
    super(key + " (" + at + "): " + why);
  }
}
