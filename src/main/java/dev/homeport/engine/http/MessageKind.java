package dev.homeport.engine.http;

/** What a message of a WebSocket is made of (RFC 6455, 5.6). */
public enum MessageKind {
  /** UTF-8. */
  TEXT,
  /** Any bytes. */
  BINARY
}
