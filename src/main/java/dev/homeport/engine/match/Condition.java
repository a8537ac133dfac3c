package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something a request must be. Immutable, compared by value, safe to share. */
public sealed interface Condition
    permits Match,
        PartMatch,
        EqualsXml,
        ValidJson,
        FromClient,
        CallBetween,
        EveryCall,
        TestHolds,
        DataHolds,
        AnyOf,
        NotAll {

  /** Null when it holds, else what was expected and what came. */
  @Nullable Mismatch check(Scope scope);

  /** What it asks for, in the words of a mismatch: {@code query parameter page to equal 2}. */
  String described();

  /**
   * Whether the same request may be judged differently another time: {@code call}, {@code test},
   * {@code state}, {@code data}, templates in operands, dates that count from now, and what holds
   * one.
   */
  default boolean dependsOnMoment() {
    return false;
  }

  /** Conditions are best tried in the order of their ranks: the lowest, and cheapest, first. */
  int rank();

  /** Whether it may need the body to be judged. */
  default boolean looksAtBody() {
    return rank() >= Rank.BODY;
  }

  /**
   * The hosts that are named as plain values, in lower case; the server lets requests to them in.
   */
  default Set<String> namedHosts() {
    return Set.of();
  }
}
