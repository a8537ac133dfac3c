package dev.homeport.engine.answer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * A file as the engine knows it: it can be asked and opened, nothing more. Opening and reading may
 * block.
 */
public interface Content {

  /** Bytes at the time of asking. */
  long length();

  /** A strong entity tag with its quotes (RFC 9110, 8.8.3). */
  String etag();

  Instant lastModified();

  /** Opens it at an offset in bytes. */
  InputStream open(long offset) throws IOException;
}
