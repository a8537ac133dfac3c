package dev.homeport.engine.answer;

import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/** A response as the author wrote it, compiled. Immutable, safe to share. */
public interface ResponsePlan {

  /** Whether the file that this response would send is there; true without a templated file. */
  boolean isAvailable(Scope scope);

  /**
   * Whether answering may block (it looks for a file), so that it must not happen on an I/O thread.
   */
  boolean mayBlock();

  /**
   * Whether the same request is always answered, whatever is on the disk: false with a templated
   * {@code file}.
   */
  boolean isCertain();

  /**
   * Renders. A header, status, delay or cookie that is none, or a template that fails, gives a 500
   * problem+json that names the key and its place.
   *
   * @param scope of the request; the plan's own vars are added to it
   */
  Reply render(Scope scope);

  /** Whether the author wrote a delay; else the server's own applies. */
  boolean hasDelay();

  /** What it sends in a few words, for the start-up list: {@code 200 json}, {@code 204}. */
  String summary();

  /** For people and the journal, or null. */
  @Nullable String name();
}
