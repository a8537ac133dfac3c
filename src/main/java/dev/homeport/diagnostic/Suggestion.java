package dev.homeport.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Guesses what somebody meant to write. Same words in, same guess out, whatever their order. */
public final class Suggestion {

  /** Longer lists than this help nobody and are not shown. */
  private static final int MOST_WORDS_SHOWN = 24;

  /** Longer words than this are data, not misspelt words. */
  private static final int LONGEST_WORD = 80;

  /** A word of fewer letters is the beginning of too many others. */
  private static final int SHORTEST_PREFIX = 3;

  private Suggestion() {}

  /**
   * The known word nearest to a misspelt one, or null when none is near. Near is: the same in
   * another case, a few letters missing, added, swapped or exchanged (one in a word of four
   * letters, two up to eight, three beyond), or a beginning of three letters or more.
   *
   * <p>{@code staus} → {@code status} · {@code Header} → {@code headers} · {@code param} → {@code
   * parameters} · {@code foo} → null
   */
  public static @Nullable String nearest(String found, Collection<String> known) {
    if (found.isEmpty() || found.length() > LONGEST_WORD) {
      return null;
    }
    String word = found.toLowerCase(Locale.ROOT);
    return known.stream()
        .map(candidate -> new Guess(candidate, cost(word, candidate.toLowerCase(Locale.ROOT))))
        .filter(guess -> guess.cost() < Integer.MAX_VALUE)
        .min(Comparator.comparingInt(Guess::cost).thenComparing(Guess::word))
        .map(Guess::word)
        .orElse(null);
  }

  /**
   * {@code did you mean 'status'?}, or when none is near and they are few the words that are known:
   * {@code known: first, prefix, vars}; else null.
   */
  public static @Nullable String didYouMean(String found, Collection<String> known) {
    String near = nearest(found, known);
    if (near != null) {
      return "did you mean '" + near + "'?";
    }
    if (known.isEmpty() || known.size() > MOST_WORDS_SHOWN) {
      return null;
    }
    return "known: " + String.join(", ", new TreeSet<>(known));
  }

  private record Guess(String word, int cost) {}

  /** How far apart two words are; {@code Integer.MAX_VALUE} when they are not near at all. */
  private static int cost(String found, String known) {
    int longer = Math.max(found.length(), known.length());
    int allowed = allowedEdits(longer);
    if (Math.abs(found.length() - known.length()) <= allowed) {
      int edits = edits(found, known);
      if (edits <= allowed) {
        return edits;
      }
    }
    boolean beginning = found.length() >= SHORTEST_PREFIX && known.startsWith(found);
    return beginning ? longer : Integer.MAX_VALUE;
  }

  private static int allowedEdits(int length) {
    if (length <= 2) {
      return 0;
    }
    if (length <= 4) {
      return 1;
    }
    return length <= 8 ? 2 : 3;
  }

  /**
   * How many letters must be added, left out, exchanged, or swapped with their neighbour to make
   * one text of another: {@code users} → {@code suer} is 2. Costs time by the product of the
   * lengths.
   */
  public static int distance(String a, String b) {
    return edits(a, b);
  }

  /** Optimal string alignment: letters added, left out, exchanged, or two neighbours swapped. */
  private static int edits(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchanged = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(exchanged, Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
