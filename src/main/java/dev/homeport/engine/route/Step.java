package dev.homeport.engine.route;

/** Where a walk through a {@link PathTree} may stand. Immutable. */
abstract sealed class Step permits Fork, PathLeaf {

  private final String text;
  private final long first;
  private final long second;

  /**
   * A step.
   *
   * @param text what the segment that leads here must be, where it must be one text; else empty
   */
  Step(String text) {
    this.text = text;
    this.first = ShortText.first(text);
    this.second = ShortText.second(text);
  }

  final String text() {
    return text;
  }

  /**
   * Whether a segment leads here.
   *
   * @param start of the segment: {@link ShortText#first}
   * @param end likewise {@link ShortText#second}
   */
  final boolean isReachedBy(String segment, long start, long end) {
    return first == start
        && second == end
        && ((start != ShortText.NONE && end != ShortText.NONE) || text.equals(segment));
  }
}
