package dev.homeport.engine.http;

import org.jspecify.annotations.Nullable;

/**
 * Fields in a text that many of them share, taken apart when somebody asks: names and values in
 * turn, each on a line of its own.
 */
final class WrittenHeaders extends Headers {

  private final String text;
  private final int from;
  private final int size;

  /** Null until somebody asks for more than one value. */
  private @Nullable Headers read;

  /**
   * Takes nothing apart yet.
   *
   * @param from where the first name begins
   * @param size how many fields there are
   */
  WrittenHeaders(String text, int from, int size) {
    this.text = text;
    this.from = from;
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Field field(int index) {
    return read().field(index);
  }

  @Override
  public @Nullable String first(String name) {
    int start = from;
    for (int i = 0; i < size; i++) {
      int value = endOfLine(start) + 1;
      int end = endOfLine(value);
      if (value - 1 - start == name.length()
          && text.regionMatches(true, start, name, 0, name.length())) {
        return text.substring(value, end);
      }
      start = end + 1;
    }
    return null;
  }

  private Headers read() {
    Headers known = read;
    if (known == null) {
      known = parse();
      read = known;
    }
    return known;
  }

  private Headers parse() {
    Headers.Builder fields = new Headers.Builder(size);
    int start = from;
    for (int i = 0; i < size; i++) {
      int value = endOfLine(start) + 1;
      int end = endOfLine(value);
      fields.add(new Field(text.substring(start, value - 1), text.substring(value, end)));
      start = end + 1;
    }
    return fields.build();
  }

  private int endOfLine(int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }
}
