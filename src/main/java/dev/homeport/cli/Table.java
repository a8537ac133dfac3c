package dev.homeport.cli;

import java.util.List;

/**
 * Rows for people, their cells one below the other.
 *
 * @param rows each of as many cells; the last cell is not filled up
 */
record Table(List<List<String>> rows) {

  /** One long cell must not push the columns of all others off the screen. */
  private static final int WIDEST = 48;

  /** Each row on a line, indented, ended by {@code \n}. */
  String render() {
    int[] widths = widths();
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append("  ").append(row.get(i));
        line.append(" ".repeat(Math.max(0, widths[i] - row.get(i).length())));
      }
      table.append(line.toString().stripTrailing()).append('\n');
    }
    return table.toString();
  }

  private int[] widths() {
    int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size() - 1; i++) {
        widths[i] = Math.max(widths[i], Math.min(WIDEST, row.get(i).length()));
      }
    }
    return widths;
  }
}
