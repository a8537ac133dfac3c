package dev.homeport.engine.template;

import dev.homeport.engine.template.Scope.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Blocks that make rounds: {@code #each}, {@code #with} and {@code #repeat}. */
sealed interface Rounds extends KeyBlock.Repetition {

  /** The index of a round, or the key when it goes over an object. */
  static Object key(Round round) {
    return round.key() != null ? round.key() : (Object) (long) round.index();
  }

  /** The item of the innermost round that has one of its own, so many rounds outwards. */
  static @Nullable Round itemRound(@Nullable Round from, int up) {
    Round round = own(from);
    for (int i = 0; i < up && round != null; i++) {
      round = own(round.outer());
    }
    return round;
  }

  private static @Nullable Round own(@Nullable Round from) {
    Round round = from;
    while (round != null && !round.ownItem()) {
      round = round.outer();
    }
    return round;
  }

  /**
   * Over the items of a list, the fields of an object, or a single value, which counts as a list of
   * one, as a header does that came once. Nothing is no round.
   */
  record Each(Expression over) implements Rounds {

    @Override
    public boolean hasItem() {
      return true;
    }

    @Override
    public List<Scope> rounds(Scope scope) {
      Object value = over.value(scope);
      List<Scope> rounds = new ArrayList<>();
      if (value instanceof Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          rounds.add(
              round(
                  scope, entry.getValue(), rounds.size(), map.size(), Values.text(entry.getKey())));
        }
      } else if (value instanceof List<?> list) {
        for (Object item : list) {
          rounds.add(round(scope, item, rounds.size(), list.size(), null));
        }
      } else if (!Values.isMissing(value)) {
        rounds.add(round(scope, value, 0, 1, null));
      }
      return rounds;
    }

    private static Scope round(
        Scope scope, @Nullable Object item, int index, int size, @Nullable String key) {
      return scope.inRound(
          new Round(item, true, index, index == 0, index == size - 1, key, scope.round()));
    }
  }

  /** One round with this value as the item, none when it is missing or false. */
  record With(Expression item) implements Rounds {

    @Override
    public boolean hasItem() {
      return true;
    }

    @Override
    public List<Scope> rounds(Scope scope) {
      Object value = item.value(scope);
      return Values.truthy(value)
          ? List.of(scope.inRound(new Round(value, true, 0, true, true, null, scope.round())))
          : List.of();
    }
  }

  /** So many rounds; with a second number, so many at random between the two, both included. */
  record Repeat(Expression least, @Nullable Expression most) implements Rounds {

    @Override
    public boolean hasItem() {
      return false;
    }

    @Override
    public List<Scope> rounds(Scope scope) {
      long count = Values.integer(least.value(scope), 0);
      if (most != null) {
        long upper = Values.integer(most.value(scope), 0);
        count = Chance.between(scope.random(), Math.min(count, upper), Math.max(count, upper));
      }
      Limits.check("repeat", count);
      Round around = scope.round();
      Object item = around == null ? null : around.item();
      List<Scope> rounds = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        rounds.add(scope.inRound(new Round(item, false, i, i == 0, i == count - 1, null, around)));
      }
      return rounds;
    }
  }
}
