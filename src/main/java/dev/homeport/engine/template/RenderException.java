package dev.homeport.engine.template;

import org.jspecify.annotations.Nullable;

/**
 * A template could not be rendered for this request; the message says which helper failed and why.
 */
public final class RenderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RenderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
