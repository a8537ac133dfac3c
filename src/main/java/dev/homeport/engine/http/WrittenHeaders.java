package dev.homeport.engine.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of a {@link WrittenHead}, taken apart when somebody asks. */
final class WrittenHeaders extends Headers {

  private final String text;
  private final int from;

  /** Null until somebody asks for more than one value. */
  private @Nullable Headers read;

  /**
   * Takes nothing apart yet.
   *
   * @param from where the first name begins; beyond the end when there is none
   */
  WrittenHeaders(String text, int from) {
    this.text = text;
    this.from = from;
  }

  @Override
  public int size() {
    return read().size();
  }

  @Override
  public Field field(int index) {
    return read().field(index);
  }

  @Override
  public @Nullable String first(String name) {
    int start = from;
    int end = WrittenHead.endOfLine(text, start);
    while (end > start) {
      int value = end + 1;
      int next = WrittenHead.endOfLine(text, value) + 1;
      if (end - start == name.length() && text.regionMatches(true, start, name, 0, end - start)) {
        return text.substring(value, next - 1);
      }
      start = next;
      end = WrittenHead.endOfLine(text, start);
    }
    return null;
  }

  private Headers read() {
    Headers known = read;
    if (known == null) {
      known = Headers.of(parse());
      read = known;
    }
    return known;
  }

  private List<Field> parse() {
    List<Field> fields = new ArrayList<>();
    int start = from;
    int end = WrittenHead.endOfLine(text, start);
    while (end > start) {
      int value = end + 1;
      int next = WrittenHead.endOfLine(text, value) + 1;
      fields.add(new Field(text.substring(start, end), text.substring(value, next - 1)));
      start = next;
      end = WrittenHead.endOfLine(text, start);
    }
    return fields;
  }
}
