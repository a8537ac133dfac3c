package dev.homeport;

import java.util.Locale;

/** What can go wrong with a response, after its delay: {@code fault} in a mock file. */
public enum Fault {
  /** The connection is closed, nothing is sent. */
  EMPTY,
  /** The connection is reset, nothing is sent. */
  RESET,
  /** Bytes that are no HTTP, then the connection is closed. */
  GARBAGE,
  /** The head, half of the body in chunks, a chunk that is none, then the connection is closed. */
  MALFORMED_CHUNK,
  /** The head with the whole length, half of the body, then the connection is closed. */
  CUT,
  /** Nothing, until the client leaves. */
  HANG;

  /** As in a mock file: {@code malformed-chunk}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
