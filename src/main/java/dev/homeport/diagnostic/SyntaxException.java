package dev.homeport.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody wrote cannot be compiled: a template, a pattern, a path, a duration. Says
 * what and where in the text; a reader that knows where the text stands in a file turns it into a
 * {@link Problem}.
 */
public final class SyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int offset;
  private final @Nullable String hint;

  public SyntaxException(String message) {
    this(message, null, 0);
  }

  public SyntaxException(String message, @Nullable String hint) {
    this(message, hint, 0);
  }

  /**
   * @param message what is wrong, quoting the value; completes a line after a place
   * @param hint what to write instead, or null
   * @param offset 0-based index of the culprit in the text
   */
  public SyntaxException(String message, @Nullable String hint, int offset) {
    super(message);
    this.hint = hint;
    this.offset = offset;
  }

  /** What is wrong; never null. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }

  public @Nullable String hint() {
    return hint;
  }

  public int offset() {
    return offset;
  }

  /** This mistake and those further on in the same text, which are its suppressed ones. */
  public List<SyntaxException> all() {
    List<SyntaxException> all = new ArrayList<>();
    all.add(this);
    for (Throwable other : getSuppressed()) {
      if (other instanceof SyntaxException further) {
        all.add(further);
      }
    }
    return all;
  }
}
