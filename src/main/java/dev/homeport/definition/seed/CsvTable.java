package dev.homeport.definition.seed;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records as a table of comma-separated values (RFC 4180): the first line names the fields. What is
 * not quoted is a number, a boolean or {@code null} where it is spelled as in JSON, and no field
 * where nothing stands; what is quoted is a text. A list or an object is JSON in quotes when it is
 * written, and so a text when it is read. Stateless.
 */
final class CsvTable {

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,100})?([eE][+-]?[0-9]{1,3})?");

  private CsvTable() {}

  static List<Map<String, @Nullable Object>> read(String text) throws SyntaxException {
    List<CsvLines.Row> rows = CsvLines.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    if (rows.isEmpty()) {
      throw new SyntaxException("nothing is in it; its first line names the fields");
    }
    List<String> names = rows.get(0).cells().stream().map(CsvLines.Cell::text).toList();
    if (new LinkedHashSet<>(names).size() < names.size() || names.contains("")) {
      throw new SyntaxException("line 1: a field has no name, or the name of another");
    }
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (CsvLines.Row row : rows.subList(1, rows.size())) {
      records.add(record(names, row));
    }
    return records;
  }

  private static Map<String, @Nullable Object> record(List<String> names, CsvLines.Row row)
      throws SyntaxException {
    if (row.cells().size() != names.size()) {
      throw new SyntaxException(
          "line "
              + row.line()
              + ": expected "
              + names.size()
              + " values, found "
              + row.cells().size());
    }
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      CsvLines.Cell cell = row.cells().get(i);
      if (cell.isQuoted()) {
        record.put(names.get(i), cell.text());
      } else if (!cell.text().isEmpty()) {
        record.put(names.get(i), value(cell.text()));
      }
    }
    return record;
  }

  private static @Nullable Object value(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default -> NUMBER.matcher(text).matches() ? (Object) new BigDecimal(text) : text;
    };
  }

  /** The records of a list as a table; the columns are the fields of all of them. */
  static String write(@Nullable Object value) {
    List<Map<?, ?>> records = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> record) {
          records.add(record);
          record.keySet().forEach(name -> names.add(String.valueOf(name)));
        }
      }
    }
    StringBuilder out = new StringBuilder();
    names.forEach(name -> cell(out, quotedIfNeeded(name)));
    out.append("\r\n");
    for (Map<?, ?> record : records) {
      names.forEach(name -> cell(out, record.containsKey(name) ? written(record.get(name)) : ""));
      out.append("\r\n");
    }
    return out.toString();
  }

  private static void cell(StringBuilder out, String text) {
    boolean isFirst = out.length() == 0 || out.charAt(out.length() - 1) == '\n';
    out.append(isFirst ? "" : ",").append(text);
  }

  /** What would be read as something else than the text that it is stands in quotes. */
  private static String written(@Nullable Object value) {
    if (value instanceof String text) {
      return text.isEmpty() || !(value(text) instanceof String)
          ? quoted(text)
          : quotedIfNeeded(text);
    } else if (value instanceof Map || value instanceof List) {
      return quoted(Json.write(value));
    }
    return Json.write(value);
  }

  private static String quotedIfNeeded(String text) {
    boolean isPlain =
        text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
            && text.strip().length() == text.length();
    return isPlain ? text : quoted(text);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
