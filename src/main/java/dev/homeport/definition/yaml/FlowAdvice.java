package dev.homeport.definition.yaml;

import org.jspecify.annotations.Nullable;

/** Mistakes between braces and brackets. */
record FlowAdvice(YamlSource source, Pieces pieces) {

  /** The mistake, or null when it is of another sort. */
  @Nullable Mistake explain(Trouble trouble) {
    if (trouble.context().startsWith("while parsing a flow node")) {
      return noValue(trouble);
    }
    boolean collection =
        trouble.context().startsWith("while parsing a flow mapping")
            || trouble.context().startsWith("while parsing a flow sequence");
    return collection ? noSeparator(trouble) : null;
  }

  private Mistake noValue(Trouble trouble) {
    int at = trouble.at();
    char c = source.charAt(at);
    if (trouble.inFlow()
        && (c == 0 || (pieces.beginsLine(at) && isOutside(trouble.innermost(), at)))) {
      return notClosed(trouble.innermost(), at);
    }
    return switch (c) {
      case ',' -> new Mistake(at, "nothing stands before this ','", "leave the comma out");
      case ':' ->
          new Mistake(at, "a key is missing before this ':'", "an empty key is written \"\"");
      case ']', '}' -> wrongClosing(Math.max(0, trouble.innermost()), at);
      case '-' ->
          new Mistake(
              at, "'- ' cannot begin an item between brackets", "separate the items by commas");
      default ->
          new Mistake(
              at,
              "'" + Shown.value(pieces.untilComma(at)) + "' cannot stand here",
              "put quotes around the whole text");
    };
  }

  private Mistake noSeparator(Trouble trouble) {
    int at = trouble.at();
    int opening = trouble.from();
    Trouble.Text last = trouble.last();
    boolean sameLine = last != null && source.lineOf(last.begin()) == source.lineOf(at);
    return switch (source.charAt(at)) {
      case 0 -> notClosed(opening, at);
      case ']', '}' -> wrongClosing(opening, at);
      case ':' ->
          last != null && sameLine
              ? colonInText(last.begin(), at)
              : missingComma(opening, source.firstInk(source.lineOf(at)));
      case '[', '{' ->
          last != null && last.isPlain() && sameLine && pieces.isBlankBetween(last.end(), at)
              ? bracketInText(last.begin(), at)
              : missingComma(opening, at);
      default ->
          last != null && last.isQuoted() && last.end() == at
              ? BlockAdvice.quoteInText(source, last, at)
              : missingComma(opening, at);
    };
  }

  private Mistake notClosed(int opening, int at) {
    char open = source.charAt(opening);
    String before = at >= source.text().length() ? "" : " before line " + pieces.line(at);
    return new Mistake(
        opening, "this '" + open + "' is not closed" + before, "write '" + closing(open) + "'");
  }

  private Mistake wrongClosing(int opening, int at) {
    char open = source.charAt(opening);
    return new Mistake(
        at,
        "'" + source.charAt(at) + "' cannot close the '" + open + "' of " + pieces.place(opening),
        "write '" + closing(open) + "'");
  }

  private static char closing(char open) {
    return open == '[' ? ']' : '}';
  }

  private Mistake colonInText(int begin, int colon) {
    return new Mistake(
        colon,
        "a second colon in one entry",
        "put quotes if it belongs to the text: "
            + Shown.quoted(pieces.untilComma(begin))
            + ", or a comma between two entries");
  }

  private Mistake bracketInText(int begin, int bracket) {
    char c = source.charAt(bracket);
    return new Mistake(
        bracket,
        "'" + c + "' inside of braces begins a " + (c == '[' ? "list" : "mapping") + " to YAML",
        "put quotes: " + Shown.quoted(pieces.withBrackets(begin, bracket)));
  }

  /** Before the next entry a comma is missing, unless that entry stands outside of the braces. */
  private Mistake missingComma(int opening, int at) {
    if (isOutside(opening, at)) {
      return notClosed(opening, at);
    }
    char open = source.charAt(opening);
    return new Mistake(
        at,
        "expected ',' or '"
            + closing(open)
            + "' before "
            + entry(at)
            + " (the '"
            + open
            + "' stands in line "
            + pieces.line(opening)
            + ")",
        "put a comma behind the entry before it");
  }

  /** The beginning of the next entry, in the quotes it has or in ours. */
  private String entry(int at) {
    String entry = pieces.untilComma(at);
    int colon = entry.indexOf(':');
    String shown = Shown.value(colon > 0 ? entry.substring(0, colon).strip() : entry);
    return shown.startsWith("'") || shown.startsWith("\"") ? shown : "'" + shown + "'";
  }

  /** Whether a later line is indented no more than the line that opens the braces. */
  private boolean isOutside(int opening, int at) {
    int line = source.lineOf(at);
    int openingLine = source.lineOf(opening);
    return line > openingLine
        && source.column(source.firstInk(line)) <= source.column(source.firstInk(openingLine));
  }
}
