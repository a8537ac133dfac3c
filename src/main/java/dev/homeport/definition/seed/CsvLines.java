package dev.homeport.definition.seed;

import dev.homeport.diagnostic.SyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Takes comma-separated values apart (RFC 4180); empty lines are passed over. Used once. */
final class CsvLines {

  /** One value. */
  record Cell(String text, boolean isQuoted) {}

  /** One line of values, which may have line breaks in quotes; the first is 1. */
  record Row(int line, List<Cell> cells) {}

  private final String text;
  private int at;
  private int line = 1;

  private CsvLines(String text) {
    this.text = text;
  }

  static List<Row> read(String text) throws SyntaxException {
    CsvLines lines = new CsvLines(text);
    List<Row> rows = new ArrayList<>();
    while (lines.at < text.length()) {
      Row row = lines.row();
      boolean isEmpty = row.cells().size() == 1 && row.cells().get(0).equals(new Cell("", false));
      if (!isEmpty) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Row row() throws SyntaxException {
    int first = line;
    List<Cell> cells = new ArrayList<>();
    while (true) {
      cells.add(cell());
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
        continue;
      }
      endLine();
      return new Row(first, cells);
    }
  }

  private void endLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }

  private Cell cell() throws SyntaxException {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return new Cell(text.substring(start, at).strip(), false);
  }

  private Cell quoted() throws SyntaxException {
    int began = line;
    StringBuilder content = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      boolean isDoubled = c == '"' && at < text.length() && text.charAt(at) == '"';
      if (c == '"' && !isDoubled) {
        checkEnd();
        return new Cell(content.toString(), true);
      }
      at += isDoubled ? 1 : 0;
      line += c == '\n' ? 1 : 0;
      content.append(c);
    }
    throw new SyntaxException("line " + began + ": a quote is not closed");
  }

  private void checkEnd() throws SyntaxException {
    if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      throw new SyntaxException("line " + line + ": something stands behind a closing quote");
    }
  }
}
