package dev.homeport.engine;

import dev.homeport.engine.template.SigningKey;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The key that tokens of one run are signed with: the same for every port and after every reload.
 * Made when a template first asks for it, which takes a part of a second. Safe for any number of
 * threads.
 */
final class RunKey implements Supplier<SigningKey> {

  private final OptionalLong seed;
  private volatile @Nullable SigningKey key;

  /**
   * A key that is still to be made.
   *
   * @param seed makes it repeat, empty for one that nobody knows
   */
  RunKey(OptionalLong seed) {
    this.seed = seed;
  }

  @Override
  public SigningKey get() {
    SigningKey made = key;
    if (made != null) {
      return made;
    }
    synchronized (this) {
      made = key;
      if (made == null) {
        made = SigningKey.make(seed);
        key = made;
      }
      return made;
    }
  }
}
