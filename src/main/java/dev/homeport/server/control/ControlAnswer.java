package dev.homeport.server.control;

import dev.homeport.engine.answer.Reply;
import java.util.concurrent.CompletionStage;

/** How a request to the control API is answered. */
public sealed interface ControlAnswer {

  /** At once. */
  record Now(Reply reply) implements ControlAnswer {}

  /**
   * When something has happened; no thread waits for it.
   *
   * @param reply is completed, never exceptionally, on a thread that must not be held
   */
  record Later(CompletionStage<Reply> reply) implements ControlAnswer {}

  /**
   * Piece by piece.
   *
   * @param head the status and the headers; without a body
   * @param feed to be closed by whoever sends it
   */
  record Streamed(Reply head, Feed feed) implements ControlAnswer {}
}
