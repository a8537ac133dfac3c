package dev.homeport.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows and columns, written as Markdown. */
final class Table {

  private static final String UNKNOWN = "–";

  private final List<String> rows = new ArrayList<>();

  /** The first column is text, the others are numbers. */
  Table(String first, String... columns) {
    rows.add("| " + first + " | " + String.join(" | ", columns) + " |");
    rows.add("| --- |" + " ---: |".repeat(columns.length));
  }

  void add(String first, String... cells) {
    rows.add("| " + first + " | " + String.join(" | ", cells) + " |");
  }

  @Override
  public String toString() {
    return String.join("\n", rows) + "\n";
  }

  /** {@code 12345} → {@code 12,345}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 12345.6} → {@code 12,346}. */
  static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  /**
   * {@code 0.12345} → {@code 0.12}, {@code 12.345} → {@code 12.3}, {@code 123.4} → {@code 123}; a
   * dash for what is no number.
   */
  static String figure(double number) {
    if (!Double.isFinite(number)) {
      return UNKNOWN;
    }
    int digits = number < 10 ? 2 : number < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%,." + digits + "f", number);
  }

  /** {@code 70_000_000} → {@code 67}: MiB; a dash for 0, which is not known. */
  static String mebibytes(long bytes) {
    return bytes == 0 ? UNKNOWN : whole(bytes / 1024.0 / 1024.0);
  }
}
