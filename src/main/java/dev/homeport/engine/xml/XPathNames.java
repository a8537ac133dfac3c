package dev.homeport.engine.xml;

import dev.homeport.diagnostic.SyntaxException;
import java.util.Set;

/**
 * Rewrites the name tests of one XPath so that they match any namespace: {@code //a/@b} → {@code
 * //*[local-name()='a']/@*[local-name()='b']}. Which words are names, operators, axes or functions
 * is decided as XPath 1.0, 3.7 says. Used once.
 */
final class XPathNames {

  private static final Set<String> OPERATORS = Set.of("and", "or", "mod", "div");

  /** What a word or a star after it cannot be an operator of. */
  private static final String OPENING = "@:([,/|+-=<>!";

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int at;

  /** Whether what stands before is an operand, so that a word or a star now is an operator. */
  private boolean afterOperand;

  XPathNames(String text) {
    this.text = text;
  }

  String rewritten() throws SyntaxException {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'' || c == '"') {
        literal(c);
      } else if (isNameStart(c)) {
        word();
      } else if (c == '$') {
        throw error("variables cannot be bound", at);
      } else {
        symbol(c);
      }
    }
    return out.toString();
  }

  private void literal(char quote) throws SyntaxException {
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      throw error("the quote is not closed", at);
    }
    out.append(text, at, end + 1);
    at = end + 1;
    afterOperand = true;
  }

  private void symbol(char c) {
    out.append(c);
    at++;
    if (c == '*') {
      afterOperand = !afterOperand; // a star is an operator after an operand, else any name
    } else if (!isSpace(c)) {
      afterOperand = OPENING.indexOf(c) < 0;
    }
  }

  private void word() throws SyntaxException {
    int begin = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(begin, at);
    if (afterOperand && OPERATORS.contains(word)) {
      out.append(word);
      afterOperand = false;
      return;
    }
    int next = afterSpaces();
    if (text.startsWith("::", next)) {
      out.append(word).append("::");
      at = next + 2;
      afterOperand = false;
    } else if (next < text.length() && text.charAt(next) == ':') {
      throw error("prefixes cannot be bound (write the name without '" + word + ":')", begin);
    } else if (next < text.length() && text.charAt(next) == '(') {
      out.append(word);
      afterOperand = false;
    } else {
      out.append("*[local-name()='").append(word).append("']");
      afterOperand = true;
    }
  }

  private int afterSpaces() {
    int next = at;
    while (next < text.length() && isSpace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_' || Character.isSurrogate(c);
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || Character.isDigit(c) || c == '-' || c == '.' || c == '\u00B7';
  }

  private SyntaxException error(String what, int offset) {
    return new SyntaxException("'" + text + "' is not an XPath: " + what, null, offset);
  }
}
