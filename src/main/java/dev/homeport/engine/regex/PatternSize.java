package dev.homeport.engine.regex;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * About how large a regular expression gets when its counted repetitions are written out, as RE2/J
 * does: {@code (a{1000}){1000}} is a million steps, and a few characters more fill the memory. Used
 * once.
 */
final class PatternSize {

  private static final long MOST = Long.MAX_VALUE / 4;

  private final String text;
  private final Deque<Long> outer = new ArrayDeque<>();
  private long size;
  private long last;
  private int at;

  PatternSize(String text) {
    this.text = text;
  }

  long estimate() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case '\\' -> {
          at++;
          atom(1);
        }
        case '[' -> characterClass();
        case '(' -> {
          outer.push(size);
          size = 0;
        }
        case ')' -> {
          long group = size;
          size = outer.isEmpty() ? 0 : outer.pop();
          atom(group);
        }
        case '{' -> repetition();
        default -> atom(1);
      }
    }
    return size;
  }

  private void atom(long steps) {
    last = steps;
    size = Math.min(MOST, size + steps);
  }

  private void characterClass() {
    if (at < text.length() && text.charAt(at) == '^') {
      at++;
    }
    for (int first = at; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == ']' && at > first) {
        break;
      }
    }
    at++;
    atom(1);
  }

  /** The larger number counts: {@code {2,5}} is five times. */
  private void repetition() {
    int end = text.indexOf('}', at);
    String counts = end < 0 ? "" : text.substring(at, end);
    if (!counts.matches("\\d{1,9}(,\\d{0,9})?")) {
      atom(1);
      return;
    }
    at = end + 1;
    int comma = counts.indexOf(',');
    String count =
        comma < 0 || comma + 1 == counts.length()
            ? counts.replace(",", "")
            : counts.substring(comma + 1);
    long times = Math.max(1, Long.parseLong(count));
    long added = last > MOST / times ? MOST : last * (times - 1);
    size = Math.min(MOST, size + added);
    last = Math.min(MOST, last + added);
  }
}
