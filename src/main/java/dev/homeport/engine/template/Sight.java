package dev.homeport.engine.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in sight at one place of a template while it is compiled: blocks around it and their
 * parameters.
 *
 * @param names what the caller knows
 * @param items how many blocks around the place, in this text, have an item
 * @param parameters of the innermost block that makes rounds: the item's name, then the index's
 * @param outer what was in sight outside that block, null at the top
 */
record Sight(KnownNames names, int items, List<String> parameters, @Nullable Sight outer) {

  static Sight top(KnownNames names) {
    return new Sight(names, 0, List.of(), null);
  }

  /** Inside a block that makes rounds. */
  Sight inRound(boolean ownItem, List<String> parameterNames) {
    return new Sight(names, ownItem ? items + 1 : items, parameterNames, this);
  }

  /** Whether a lone name is an item's field. */
  boolean insideItem() {
    return items > 0 || names.insideItem();
  }

  /** Whether a path so many items outwards may end at an item, in this text or around it. */
  boolean reachesItem(int up) {
    return up < items || names.insideItem();
  }

  /** The value of a block's parameter, or null when no block around has one of that name. */
  @Nullable Parameter parameter(String name) {
    int up = 0;
    for (Sight sight = this; sight != null; sight = sight.outer) {
      int index = sight.parameters.indexOf(name);
      if (index >= 0) {
        return new Parameter(up, index == 1);
      }
      up++;
    }
    return null;
  }

  /**
   * Where a parameter's value is found.
   *
   * @param up how many rounds outwards
   * @param key whether it is the index (or key) rather than the item
   */
  record Parameter(int up, boolean key) {

    @Nullable Object value(Scope scope) {
      Scope.Round round = RoundName.outwards(scope.round(), up);
      if (round == null) {
        return null;
      }
      return key ? Rounds.key(round) : round.item();
    }
  }
}
