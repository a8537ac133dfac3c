package dev.homeport.engine.json;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether each item of an expected array can be given a place of its own in another array. Scalars
 * are counted; objects and arrays are paired by augmenting paths, because the first fit may take
 * the only place of a later item: {@code [{}, {a: 1}]} in {@code [{a: 1}, {}]}. Used once.
 */
final class ArrayContainment {

  private final JsonNode expected;
  private final JsonNode found;
  private final int[] expectedAt;
  private final @Nullable BitSet[] fits;

  ArrayContainment(JsonNode expected, JsonNode found) {
    this.expected = expected;
    this.found = found;
    this.expectedAt = new int[found.size()];
    this.fits = new BitSet[expected.size()];
    Arrays.fill(expectedAt, -1);
  }

  /** The index of the first expected item that finds no place, or -1 when all do. */
  int firstWithoutPlace() {
    Map<Object, Integer> left = scalars();
    for (int i = 0; i < expected.size(); i++) {
      JsonNode item = expected.get(i);
      if (item.isContainer()) {
        if (!place(i)) {
          return i;
        }
      } else if (left.merge(key(item), -1, Integer::sum) < 0) {
        return i;
      }
    }
    return -1;
  }

  private Map<Object, Integer> scalars() {
    Map<Object, Integer> counts = new HashMap<>();
    for (JsonNode item : found) {
      if (!item.isContainer()) {
        counts.merge(key(item), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Equal for scalars that are the same by value. */
  private static Object key(JsonNode scalar) {
    if (!scalar.isNumber()) {
      return scalar;
    }
    BigDecimal number = scalar.decimalValue();
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /** Searches breadth first for a free place, moving items that were placed before. */
  private boolean place(int first) {
    int[] cameFrom = new int[found.size()]; // the item that wants a place; -1 when not reached
    Arrays.fill(cameFrom, -1);
    Map<Integer, Integer> had = new HashMap<>(); // the place that an item would give up
    Deque<Integer> wanting = new ArrayDeque<>();
    wanting.add(first);
    for (Integer item = wanting.poll(); item != null; item = wanting.poll()) {
      BitSet places = fits(item);
      for (int p = places.nextSetBit(0); p >= 0; p = places.nextSetBit(p + 1)) {
        if (cameFrom[p] >= 0) {
          continue;
        }
        cameFrom[p] = item;
        if (expectedAt[p] < 0) {
          move(p, cameFrom, had);
          return true;
        }
        had.put(expectedAt[p], p);
        wanting.add(expectedAt[p]);
      }
    }
    return false;
  }

  private void move(int free, int[] cameFrom, Map<Integer, Integer> had) {
    Integer place = free;
    while (place != null) {
      int item = cameFrom[place];
      expectedAt[place] = item;
      place = had.get(item);
    }
  }

  private BitSet fits(int item) {
    BitSet places = fits[item];
    if (places == null) {
      places = new BitSet(found.size());
      JsonNode wanted = expected.get(item);
      for (int p = 0; p < found.size(); p++) {
        JsonNode candidate = found.get(p);
        if (candidate.isContainer() && JsonComparison.contains(wanted, candidate)) {
          places.set(p);
        }
      }
      fits[item] = places;
    }
    return places;
  }
}
