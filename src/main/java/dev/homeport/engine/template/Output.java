package dev.homeport.engine.template;

import java.io.Writer;

/** A text that grows up to the limit of a rendered text. Not thread-safe. */
final class Output extends Writer {

  private final StringBuilder text = new StringBuilder();

  @Override
  public Output append(CharSequence more) {
    Limits.checkOutput((long) text.length() + more.length());
    text.append(more);
    return this;
  }

  @Override
  public void write(String more) {
    append(more);
  }

  @Override
  public void write(char[] characters, int from, int count) {
    Limits.checkOutput((long) text.length() + count);
    text.append(characters, from, count);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
