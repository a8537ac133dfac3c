package dev.homeport.engine.regex;

/**
 * A text that ends the work of java.util.regex when its time is over: that engine reads every
 * character through this interface, so the clock is looked at while it searches. Confined to one
 * thread.
 */
final class TimedText implements CharSequence {

  /** The time is over. Without a stack trace: it is caught one frame further up. */
  static final class Expired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Expired() {
      super("time is over", null, false, false);
    }
  }

  /** How many characters are read between two looks at the clock. */
  private static final int READS_A_LOOK = 1024;

  private final String text;
  private final long deadline;
  private int reads;

  /**
   * @param deadline by {@link System#nanoTime}
   */
  TimedText(String text, long deadline) {
    this.text = text;
    this.deadline = deadline;
  }

  @Override
  public char charAt(int index) {
    if (++reads >= READS_A_LOOK) {
      reads = 0;
      if (System.nanoTime() - deadline > 0) {
        throw new Expired();
      }
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  /** Only groups that were found are cut out, so the time does not matter any more. */
  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
