package dev.homeport.engine.route;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place of a {@link PathTree} where several paths part, or one goes on where another ends. */
final class Fork extends Step {

  /** A step that must be tried, unlike that of a literal segment, which is looked up. */
  record Branch(SegmentPattern pattern, Step step) {}

  /** By text; a power of two, at most half full, so that a search ends. */
  private final @Nullable Step[] literals;

  private final List<Branch> patterns;
  private final @Nullable Step variable;
  private final @Nullable PathLeaf rest;
  private final @Nullable PathLeaf end;

  /**
   * A fork.
   *
   * @param literals steps for one text each, no text twice
   * @param patterns in the order in which they are tried
   * @param variable for any segment that is not empty, or null
   * @param rest a path that takes all that is left, or null
   * @param end a path that ends here, or null
   */
  Fork(
      String text,
      List<Step> literals,
      List<Branch> patterns,
      @Nullable Step variable,
      @Nullable PathLeaf rest,
      @Nullable PathLeaf end) {
    super(text);
    this.literals = table(literals);
    this.patterns = List.copyOf(patterns);
    this.variable = variable;
    this.rest = rest;
    this.end = end;
  }

  /**
   * A table of our own: that of a HashMap has one more object for each step, and where there are
   * thousands of routes each object on the way to one costs as much as a hundred instructions.
   */
  private static @Nullable Step[] table(List<Step> steps) {
    @Nullable Step[] table = new Step[Math.max(2, Integer.highestOneBit(steps.size()) * 4)];
    for (Step step : steps) {
      int slot = slot(step.text(), table);
      while (table[slot] != null) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = step;
    }
    return table;
  }

  private static int slot(String text, @Nullable Step[] table) {
    int hash = text.hashCode();
    return (hash ^ (hash >>> 16)) & (table.length - 1);
  }

  /** The step that a segment leads to by its text, or null. */
  @Nullable Step under(String segment) {
    long start = ShortText.first(segment);
    long end = ShortText.second(segment);
    int slot = slot(segment, literals);
    Step found = literals[slot];
    while (found != null && !found.isReachedBy(segment, start, end)) {
      slot = (slot + 1) & (literals.length - 1);
      found = literals[slot];
    }
    return found;
  }

  List<Branch> patterns() {
    return patterns;
  }

  @Nullable Step variable() {
    return variable;
  }

  @Nullable PathLeaf rest() {
    return rest;
  }

  @Nullable PathLeaf end() {
    return end;
  }
}
