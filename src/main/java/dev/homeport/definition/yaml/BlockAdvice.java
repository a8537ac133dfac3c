package dev.homeport.definition.yaml;

import org.jspecify.annotations.Nullable;

/** Mistakes of indentation, colons and dashes. */
record BlockAdvice(YamlSource source, Pieces pieces) {

  /** The mistake, or null when it is of another sort. */
  @Nullable Mistake explain(Trouble trouble) {
    int at = trouble.at();
    if (trouble.problem().startsWith("mapping values are not allowed")) {
      return new ColonAdvice(source, pieces).explain(trouble);
    }
    if (trouble.problem().startsWith("sequence entries are not allowed")) {
      return pieces.beginsLine(at)
          ? new Mistake(at, "a list item cannot begin here", "check the indentation of the '- '")
          : new Mistake(
              at,
              "a list cannot begin on the line of its key",
              "write every '- ' on a line of its own, or put brackets around the list");
    }
    if (trouble.problem().startsWith("mapping keys are not allowed")) {
      return cannotBegin(at);
    }
    if (trouble.context().startsWith("while scanning a simple key")) {
      return noColon(trouble.from());
    }
    if (trouble.problem().startsWith("expected '<document start>'")) {
      return new Mistake(
          at,
          "'" + pieces.key(at) + "' stands behind the end of the document",
          "put quotes around the whole text, or check the indentation");
    }
    if (trouble.context().startsWith("while parsing a block node")) {
      return cannotBegin(at);
    }
    if (trouble.context().startsWith("while parsing a block mapping")) {
      return afterEntry(trouble);
    }
    return trouble.context().startsWith("while parsing a block collection")
        ? besideItems(trouble)
        : null;
  }

  private Mistake cannotBegin(int at) {
    return new Mistake(
        at,
        "'" + source.charAt(at) + "' cannot begin a text without quotes",
        "put quotes: " + Shown.quoted(pieces.restOfLine(at)));
  }

  private Mistake noColon(int from) {
    String text = pieces.restOfLine(from);
    if (text.startsWith("-")) {
      return new Mistake(
          from,
          "a space is missing behind '-'",
          "write '- " + Shown.value(text.substring(1).strip()) + "'");
    }
    return new ColonAdvice(source, pieces).noColon(from);
  }

  /** Something else than the next key follows an entry of a mapping. */
  private Mistake afterEntry(Trouble trouble) {
    int at = trouble.at();
    Trouble.Text last = trouble.last();
    char c = source.charAt(at);
    if (c == ']' || c == '}') {
      return new Mistake(at, "this '" + c + "' closes nothing", "leave it out, or put quotes");
    }
    if (c == ':') {
      return new Mistake(at, "a key is missing before this ':'", "an empty key is written \"\"");
    }
    if (trouble.problem().endsWith("found '-'")) {
      return new Mistake(
          at,
          "a list item stands among the keys of a mapping",
          "begin the entries above with '- ' too, or indent this one below the key it belongs to");
    }
    if (pieces.beginsLine(at)) {
      return indentation(trouble);
    }
    if (last != null && last.isQuoted() && pieces.isBlankBetween(last.end(), at)) {
      return behindQuotes(last, at);
    }
    return new Mistake(
        at,
        "'" + Shown.value(pieces.restOfLine(at)) + "' cannot follow here",
        "put quotes around the whole value");
  }

  private Mistake behindQuotes(Trouble.Text quoted, int at) {
    if (source.lineOf(quoted.begin()) != source.lineOf(at)) {
      return new Mistake(
          quoted.begin(),
          "this quote is closed only in " + pieces.place(quoted.end() - 1),
          "write " + source.charAt(quoted.begin()) + " behind the text");
    }
    if (quoted.end() == at) {
      return quoteInText(source, quoted, at);
    }
    return new Mistake(
        at,
        "'" + Shown.value(pieces.restOfLine(at)) + "' follows a text in quotes",
        "put quotes around the whole text: " + Shown.quoted(pieces.restOfLine(quoted.begin())));
  }

  /** {@code 'it's'}: the quote was meant to be part of the text. */
  static Mistake quoteInText(YamlSource source, Trouble.Text quoted, int at) {
    boolean single = source.charAt(quoted.begin()) == '\'';
    return new Mistake(
        at - 1,
        "this quote ends the text that begins in column " + source.locate(quoted.begin()).column(),
        single
            ? "write '' for a quote inside of single quotes"
            : "write \\\" for a quote inside of double quotes");
  }

  /** Something else than the next {@code - } follows an item of a list. */
  private Mistake besideItems(Trouble trouble) {
    int at = trouble.at();
    int dash = source.column(trouble.from());
    if (source.column(at) != dash) {
      return indentation(trouble);
    }
    return new Mistake(
        at,
        "'" + pieces.key(at) + "' stands beside the items of a list",
        "begin it with '- ', or in column " + (dash + 3) + " if it belongs to the item above");
  }

  /** A line that begins in a column where nothing above it begins. */
  private Mistake indentation(Trouble trouble) {
    int at = trouble.at();
    Trouble.Text last = trouble.last();
    if (last != null && last.isBlock() && pieces.isBlankBetween(last.end(), at)) {
      int column = source.column(firstInkBehind(last.begin())) + 1;
      return new Mistake(
          at,
          "this line is indented less than the block text above it",
          "begin it in column " + column + " if it belongs to the text");
    }
    return new Mistake(
        at, "the indentation of '" + pieces.key(at) + "' fits nothing above it", neighbours(at));
  }

  /** The first character of the first line below one that is not blank. */
  private int firstInkBehind(int offset) {
    int line = source.lineOf(offset) + 1;
    while (line + 1 < source.lineCount() && source.firstInk(line) == source.lineEnd(line)) {
      line++;
    }
    return source.firstInk(Math.min(line, source.lineCount() - 1));
  }

  private String neighbours(int at) {
    int column = source.column(at);
    int deeper = -1;
    int shallower = -1;
    for (int line = source.lineOf(at) - 1; line >= 0 && shallower < 0; line--) {
      int key = pieces.firstKey(line);
      if (key >= source.lineEnd(line) || source.charAt(key) == '#') {
        continue;
      }
      if (source.column(key) < column) {
        shallower = key;
      } else if (deeper < 0 || source.column(key) < source.column(deeper)) {
        deeper = key;
      }
    }
    String like = shallower < 0 ? "" : like(shallower);
    return "begin it " + (deeper < 0 ? like : like(deeper) + (like.isEmpty() ? "" : " or " + like));
  }

  private String like(int key) {
    return "in column " + (source.column(key) + 1) + " like '" + pieces.key(key) + "'";
  }
}
