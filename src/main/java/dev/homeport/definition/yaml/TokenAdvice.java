package dev.homeport.definition.yaml;

import org.jspecify.annotations.Nullable;

/** Mistakes inside of a single word: a character that cannot begin a text, an escape, a quote. */
record TokenAdvice(YamlSource source, Pieces pieces) {

  /** The mistake, or null when it is of another sort. */
  @Nullable Mistake explain(Trouble trouble) {
    String context = trouble.context();
    if (trouble.problem().startsWith("found character '")) {
      return cannotBegin(trouble);
    }
    if (context.startsWith("while scanning an a")) {
      return marker(trouble, source.charAt(trouble.from()) == '&' ? "an anchor" : "an alias");
    }
    if (context.startsWith("while scanning a tag") || trouble.problem().contains("tag handle")) {
      return marker(trouble, "a tag");
    }
    if (context.startsWith("while scanning a double-quoted scalar")) {
      return escape(trouble);
    }
    if (context.startsWith("while scanning a quoted scalar")) {
      return new Mistake(
          trouble.from(),
          "this quote is not closed",
          "write " + source.charAt(trouble.from()) + " behind the text");
    }
    if (context.startsWith("while scanning a block scalar")) {
      return blockHeader(trouble);
    }
    int line = source.lineStart(source.lineOf(trouble.at()));
    boolean directive =
        context.startsWith("while scanning a directive")
            || trouble.problem().contains("directive")
            || trouble.problem().contains("'<document start>'");
    return directive && source.charAt(line) == '%' ? directive(line) : null;
  }

  private Mistake cannotBegin(Trouble trouble) {
    int at = trouble.at();
    char c = source.charAt(at);
    if (c == '\t') {
      return pieces.beginsLine(at)
          ? new Mistake(at, "a tab cannot indent a line in YAML", "indent with spaces")
          : new Mistake(at, "a tab stands before a value", "write a space instead");
    }
    if (trouble.inFlow() && (c == '|' || c == '>')) {
      return new Mistake(
          at,
          "a block text ('" + c + "') cannot stand inside braces or brackets",
          "put the text in quotes, or write the mapping without braces");
    }
    return new Mistake(
        at,
        "'" + c + "' cannot begin a text without quotes",
        "put quotes: " + Shown.quoted(pieces.value(at, trouble.inFlow())));
  }

  private Mistake marker(Trouble trouble, String what) {
    int from = trouble.from();
    return new Mistake(
        from,
        "'" + source.charAt(from) + "' at the beginning of a text marks " + what,
        "put quotes: " + Shown.quoted(pieces.value(from, trouble.inFlow())));
  }

  private Mistake escape(Trouble trouble) {
    int backslash = source.text().lastIndexOf('\\', trouble.at() - 1);
    char kind = source.charAt(backslash + 1);
    if (trouble.problem().startsWith("expected escape sequence")) {
      int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
      return new Mistake(
          backslash,
          "'\\" + kind + "' in double quotes wants " + digits + " hexadecimal digits",
          "use single quotes if a backslash is meant");
    }
    if (kind == 'U') {
      return new Mistake(backslash, "this escape names no character", "write at most \\U0010FFFF");
    }
    return new Mistake(
        backslash,
        "'" + Shown.value("\\" + kind) + "' is no escape in double quotes",
        "use single quotes: " + inSingleQuotes(trouble.from()));
  }

  /** The double-quoted text as single-quoted one; its valid escapes would change their meaning. */
  private String inSingleQuotes(int quote) {
    int end = source.lineEnd(source.lineOf(quote));
    int at = quote + 1;
    while (at < end && source.charAt(at) != '"') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    String text = source.text().substring(quote + 1, Math.min(at, end));
    String unescaped = text.replace("\\\\", "\\").replace("\\\"", "\"");
    return "'" + Shown.value(unescaped).replace("'", "''") + "'";
  }

  private Mistake blockHeader(Trouble trouble) {
    char bar = source.charAt(trouble.from());
    return new Mistake(
        trouble.at(),
        "behind '" + bar + "' only '+', '-' or a digit from 1 to 9 may stand",
        "begin the text on the next line, or put quotes: "
            + Shown.quoted(pieces.restOfLine(trouble.from())));
  }

  private Mistake directive(int at) {
    return new Mistake(
        at,
        "a line that begins with '%' is a directive to YAML",
        "put quotes if it is a text: " + Shown.quoted(pieces.restOfLine(at)));
  }
}
