package dev.homeport.definition.yaml;

/** Mistakes around a colon that begins a value where none may begin. */
record ColonAdvice(YamlSource source, Pieces pieces) {

  Mistake explain(Trouble trouble) {
    Trouble.Text before = trouble.last();
    int colon = trouble.at();
    if (before == null || before.isBlock() || !pieces.isBlankBetween(before.end(), colon)) {
      return new Mistake(colon, "a colon cannot follow here", "put quotes if it belongs to a text");
    }
    if (source.lineOf(before.begin()) == source.lineOf(colon)) {
      return new Mistake(
          colon,
          "a colon and a space inside of a text begin a mapping to YAML",
          "put quotes: " + Shown.quoted(pieces.restOfLine(before.begin())));
    }
    if (before.isQuoted()) {
      return new Mistake(
          before.begin(),
          "this quote is closed only in " + pieces.place(before.end() - 1),
          "write " + source.charAt(before.begin()) + " behind the text");
    }
    return continued(before, colon);
  }

  /** The key before the colon was read as one more line of the text above it. */
  private Mistake continued(Trouble.Text text, int colon) {
    int firstLine = source.lineOf(text.begin());
    int firstKey = pieces.firstKey(firstLine);
    int key = source.firstInk(source.lineOf(colon));
    if (firstKey >= text.begin()) {
      return source.charAt(source.firstInk(firstLine)) == '-'
          ? partOfItem(text, key)
          : noColon(text.begin());
    }
    return new Mistake(
        key,
        "'"
            + pieces.key(key)
            + "' is indented more than '"
            + pieces.key(firstKey)
            + "' and reads as part of its text",
        "begin it in column " + (source.column(firstKey) + 1));
  }

  private Mistake partOfItem(Trouble.Text text, int key) {
    return new Mistake(
        key,
        "'"
            + pieces.key(key)
            + "' reads as part of the text '"
            + pieces.key(text.begin())
            + "' of the list item above",
        "write that item as 'key: value' too, or check the indentation");
  }

  /** A line that was to be a key has no colon, or no space behind it. */
  Mistake noColon(int begin) {
    String line = pieces.restOfLine(begin);
    int colon = line.indexOf(':');
    if (colon > 0 && colon + 1 < line.length() && line.charAt(colon + 1) != '/') {
      return new Mistake(
          begin + colon,
          "a space is missing behind the colon",
          "write '"
              + Shown.value(line.substring(0, colon) + ": " + line.substring(colon + 1))
              + "'");
    }
    return new Mistake(
        begin,
        "'" + Shown.value(line) + "' has no colon behind it",
        "write 'key: value', or quotes around a text of several lines");
  }
}
