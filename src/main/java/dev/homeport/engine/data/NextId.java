package dev.homeport.engine.data;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which id a collection gives next, after those that it has seen: whole numbers go on by one, as
 * numbers or, where they were texts, as texts; beside any other id each new one is random. No id is
 * given twice, not after its record was removed either. Immutable.
 *
 * @param highest whole number so far; 0 for none
 * @param asText whether the numbers were texts
 * @param random whether there was an id that is no whole number
 */
record NextId(long highest, boolean asText, boolean random) {

  private static final int LONGEST = 18;

  static NextId first() {
    return new NextId(0, false, false);
  }

  /** After one more id. */
  NextId after(@Nullable Object id) {
    String text = String.valueOf(id);
    if (!isWhole(text)) {
      return random ? this : new NextId(highest, asText, true);
    }
    boolean isText = asText || id instanceof String;
    long number = Math.max(highest, Long.parseLong(text));
    return number == highest && isText == asText ? this : new NextId(number, isText, random);
  }

  /** The id, as it is written in the record. */
  Object next(Supplier<String> randoms) {
    if (random) {
      return randoms.get();
    }
    return asText ? (Object) Long.toString(highest + 1) : (Object) (highest + 1);
  }

  private static boolean isWhole(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
