package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.Syntax.Call;
import dev.homeport.engine.template.Syntax.Literal;
import dev.homeport.engine.template.Syntax.Pair;
import dev.homeport.engine.template.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of one tag as an expression or as the head of a block. */
final class SyntaxReader {

  private static final int MAX_DEPTH = 50;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
  private static final Pattern NUMERIC = Pattern.compile("-?[0-9][0-9.]*");

  private final List<Token> tokens;
  private final int offset;
  private int at;
  private int depth;

  /**
   * @param offset where the tag begins, for what is missing in it
   */
  SyntaxReader(List<Token> tokens, int offset) {
    this.tokens = tokens;
    this.offset = offset;
  }

  /** {@code number path.id} or {@code json.items}: the whole of a value tag. */
  Syntax expression() throws SyntaxException {
    Token first = peek();
    if (first == null) {
      throw new SyntaxException(
          "an expression is missing between the braces",
          "name some data or a helper, or write \\{{ for two braces as text",
          offset);
    }
    Syntax expression = tokens.size() == 1 || !first.is(Kind.WORD) ? argument() : call();
    Token rest = peek();
    if (rest != null) {
      throw unexpected(rest);
    }
    return expression;
  }

  /** {@code each json.items as |item index|}: the inside of a block's first tag. */
  Syntax.Block block() throws SyntaxException {
    Token first = peek();
    if (first == null || !first.is(Kind.WORD)) {
      throw new SyntaxException(
          "the name of a block is missing", "write {{#if …}} or {{#each …}}", offset);
    }
    Call call = call();
    List<Token> parameters = peek() == null ? List.of() : parameters();
    Token rest = peek();
    if (rest != null) {
      throw unexpected(rest);
    }
    return new Syntax.Block(first, call, parameters);
  }

  private Call call() throws SyntaxException {
    Token name = next();
    List<Syntax> arguments = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    Token token = peek();
    while (token != null && !token.is(Kind.CLOSE_PARENTHESIS) && !startsParameters()) {
      Token after = Token.at(tokens, at + 1);
      if (token.is(Kind.WORD) && after != null && after.is(Kind.EQUALS)) {
        at += 2;
        pairs.add(new Pair(token, argument()));
      } else if (pairs.isEmpty()) {
        arguments.add(argument());
      } else {
        throw new SyntaxException(
            token.quoted() + " stands after " + pairs.get(pairs.size() - 1).key().text() + "=…",
            "write key=value last",
            token.offset());
      }
      token = peek();
    }
    return new Call(name, List.copyOf(arguments), List.copyOf(pairs), name.offset());
  }

  private Syntax argument() throws SyntaxException {
    Token token = next();
    return switch (token.kind()) {
      case STRING -> new Literal(token.text(), token.offset());
      case OPEN_PARENTHESIS -> parenthesis(token);
      case WORD -> word(token);
      default -> throw unexpected(token);
    };
  }

  private Syntax parenthesis(Token open) throws SyntaxException {
    if (++depth > MAX_DEPTH) {
      throw new SyntaxException(
          "parentheses are nested deeper than " + MAX_DEPTH, null, open.offset());
    }
    Token name = peek();
    if (name == null || !name.is(Kind.WORD)) {
      throw new SyntaxException(
          "'(' must be followed by a helper", "write (size json.items)", open.offset());
    }
    Call call = call();
    Token close = peek();
    if (close == null || !close.is(Kind.CLOSE_PARENTHESIS)) {
      throw new SyntaxException("'(' is not closed", null, open.offset());
    }
    at++;
    depth--;
    return call;
  }

  private static Syntax word(Token token) throws SyntaxException {
    String text = token.text();
    switch (text) {
      case "true", "false" -> {
        return new Literal(Boolean.valueOf(text), token.offset());
      }
      case "null", "undefined" -> {
        return new Literal(null, token.offset());
      }
      default -> {
        // a number or a path
      }
    }
    if (NUMBER.matcher(text).matches()) {
      return new Literal(Values.shortest(new BigDecimal(text)), token.offset());
    }
    if (NUMERIC.matcher(text).matches()) {
      throw new SyntaxException(
          "'" + text + "' is not a number", "put quotes around it: '" + text + "'", token.offset());
    }
    return PathReader.read(token);
  }

  private boolean startsParameters() {
    Token token = peek();
    Token after = Token.at(tokens, at + 1);
    return token != null && token.isWord("as") && after != null && after.is(Kind.BAR);
  }

  private List<Token> parameters() throws SyntaxException {
    if (!startsParameters()) {
      throw unexpected(next());
    }
    at += 2;
    List<Token> names = new ArrayList<>();
    Token token = peek();
    while (token != null && token.is(Kind.WORD)) {
      names.add(token);
      at++;
      token = peek();
    }
    if (token == null || !token.is(Kind.BAR) || names.isEmpty()) {
      throw new SyntaxException(
          "names between two bars are missing", "write as |item index|", offset);
    }
    at++;
    return names;
  }

  private @Nullable Token peek() {
    return Token.at(tokens, at);
  }

  private Token next() throws SyntaxException {
    Token token = peek();
    if (token == null) {
      throw new SyntaxException("a value is missing after '='", null, offset);
    }
    at++;
    return token;
  }

  private static SyntaxException unexpected(Token token) {
    return new SyntaxException(
        "unexpected " + token.quoted() + " in a template",
        token.is(Kind.EQUALS) ? "compare with eq: (eq a b)" : null,
        token.offset());
  }
}
