package dev.homeport.diagnostic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the problems of one file, adding to each the source line it points at, so that reading
 * goes on after a mistake and all of them are reported at once. The same mistake found twice, as
 * happens behind an alias, is one problem. Not thread-safe: one reader fills it.
 */
public final class Problems {

  private final String file;
  private final String text;
  private final Set<Problem> found = new LinkedHashSet<>();
  private int count;

  /** Of the text; found for the first excerpt, for most files have no problem. */
  private String @Nullable [] lines;

  /**
   * @param file the name that locations carry
   * @param text the whole text of the file, from which excerpts are cut
   */
  public Problems(String file, String text) {
    this.file = file;
    this.text = text;
  }

  public void add(Location at, String message) {
    add(at, message, null);
  }

  public void add(Location at, String message, @Nullable String hint) {
    add(about(at, message, hint));
  }

  /** A problem with its source line, which is not added. */
  public Problem about(Location at, String message, @Nullable String hint) {
    return new Problem(at, message, hint, excerpt(at));
  }

  /** Adds a problem that was found elsewhere, in a file that this one names for example. */
  public void add(Problem problem) {
    count++;
    found.add(problem);
  }

  /** True when nothing was found so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * How often a mistake was reported so far, repetitions included; comparing two readings tells
   * whether a reader in between found one.
   */
  public int count() {
    return count;
  }

  /** What was found so far, in the order of discovery. */
  public List<Problem> found() {
    return List.copyOf(found);
  }

  private @Nullable String excerpt(Location at) {
    if (!at.file().equals(file)) {
      return null;
    }
    String[] all = lines;
    if (all == null) {
      all = withoutByteOrderMark(text).lines().toArray(String[]::new);
      lines = all;
    }
    return at.line() > all.length ? null : all[at.line() - 1];
  }

  /** Editors do not show it, so columns do not count it. */
  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
