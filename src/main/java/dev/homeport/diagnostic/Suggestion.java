package dev.homeport.diagnostic;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Guesses what somebody meant to write. */
public final class Suggestion {

  private Suggestion() {}

  /** The known word nearest to a misspelt one, or null when none is near. */
  public static @Nullable String nearest(String found, Collection<String> known) {
    throw new AssertionError("skeleton");
  }

  /**
   * {@code did you mean 'status'?}, or when none is near the words that are known, or null when
   * there are none.
   */
  public static @Nullable String didYouMean(String found, Collection<String> known) {
    throw new AssertionError("skeleton");
  }
}
