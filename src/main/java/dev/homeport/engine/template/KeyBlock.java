package dev.homeport.engine.template;

import java.util.List;

/**
 * A key of a {@code json} value that repeats or chooses what stands under it. Immutable, safe to
 * share.
 */
public sealed interface KeyBlock permits KeyBlock.Repetition, KeyBlock.Choice {

  /** {@code #repeat} and {@code #each}: splices 0..n items into the list that it stands in. */
  non-sealed interface Repetition extends KeyBlock {

    /** Whether what stands under the key has an item of its own, as under {@code #each}. */
    boolean hasItem();

    /** One scope for each round, with {@code @index @number @first @last} set. */
    List<Scope> rounds(Scope scope);
  }

  /** {@code #if} and {@code #unless}. */
  non-sealed interface Choice extends KeyBlock {

    boolean holds(Scope scope);
  }
}
