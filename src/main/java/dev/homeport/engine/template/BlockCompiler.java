package dev.homeport.engine.template;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.Syntax.Call;
import java.util.ArrayList;
import java.util.List;

/** Compiles the heads of blocks. Immutable, safe to share. */
final class BlockCompiler {

  private final ExpressionCompiler expressions;

  BlockCompiler(ExpressionCompiler expressions) {
    this.expressions = expressions;
  }

  /** {@code #if}, {@code #unless} and their condition. */
  private record Choice(Expression test, boolean wanted) implements KeyBlock.Choice {

    @Override
    public boolean holds(Scope scope) {
      return Values.truthy(test.value(scope)) == wanted;
    }
  }

  KeyBlock compile(Syntax.Block head, Sight sight) throws SyntaxException {
    Call call = head.call();
    String name = head.name().text();
    return switch (name) {
      case "if" -> new Choice(only(head, sight, "if json.ok"), true);
      case "unless" -> new Choice(only(head, sight, "unless json.ok"), false);
      case "each" -> {
        checkParameters(head, 2);
        yield new Rounds.Each(only(head, sight, "each json.items"));
      }
      case "with" -> {
        checkParameters(head, 1);
        yield new Rounds.With(only(head, sight, "with json.customer"));
      }
      case "repeat" -> repeat(call, head, sight);
      default -> throw unknown(head.name());
    };
  }

  /** What is in sight inside a block. */
  static Sight inside(KeyBlock block, Syntax.Block head, Sight outside) {
    if (!(block instanceof KeyBlock.Repetition repetition)) {
      return outside;
    }
    return outside.inRound(
        repetition.hasItem(), head.parameters().stream().map(Token::text).toList());
  }

  private Expression only(Syntax.Block head, Sight sight, String example) throws SyntaxException {
    if (head.name().text().equals("if") || head.name().text().equals("unless")) {
      checkParameters(head, 0);
    }
    return arguments(head.call(), sight, 1, 1, example).get(0);
  }

  private KeyBlock repeat(Call call, Syntax.Block head, Sight sight) throws SyntaxException {
    checkParameters(head, 0);
    List<Expression> counts = arguments(call, sight, 1, 2, "repeat 3");
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) instanceof Expression.Constant constant) {
        int offset = call.arguments().get(i).offset();
        if (Values.decimal(constant.constant()) == null) {
          throw new SyntaxException(
              "repeat: '" + Values.text(constant.constant()) + "' is not a number",
              "write {{#repeat 3}}",
              offset);
        }
        Limits.checkWritten("repeat", Values.integer(constant.constant(), 0), offset);
      }
    }
    return new Rounds.Repeat(counts.get(0), counts.size() > 1 ? counts.get(1) : null);
  }

  private List<Expression> arguments(Call call, Sight sight, int least, int most, String example)
      throws SyntaxException {
    String name = call.name().text();
    if (!call.pairs().isEmpty()) {
      Token key = call.pairs().get(0).key();
      throw new SyntaxException(
          "unknown key '" + key.text() + "' of #" + name,
          "write {{#" + example + "}}",
          key.offset());
    }
    int count = call.arguments().size();
    if (count < least || count > most) {
      throw new SyntaxException(
          "#"
              + name
              + " takes "
              + (least == most ? "one argument" : "one or two arguments")
              + ", found "
              + count,
          "write {{#" + example + "}}, with parentheses around a helper",
          call.offset());
    }
    List<Expression> compiled = new ArrayList<>();
    for (Syntax argument : call.arguments()) {
      compiled.add(expressions.compile(argument, sight));
    }
    return compiled;
  }

  private static void checkParameters(Syntax.Block head, int most) throws SyntaxException {
    if (head.parameters().size() > most) {
      Token extra = head.parameters().get(most);
      throw new SyntaxException(
          "#" + head.name().text() + " has no name for '" + extra.text() + "'",
          most == 0 ? null : "write as |" + (most == 1 ? "item" : "item index") + "|",
          extra.offset());
    }
  }

  private static SyntaxException unknown(Token name) {
    String hint =
        Word.ALL.containsKey(name.text().split("[./]", 2)[0])
            ? "write {{#each " + name.text() + "}} or {{#with " + name.text() + "}}"
            : Suggestion.nearest(name.text(), Helpers.BLOCKS) == null
                ? "write {{#each …}} for a list, {{#if …}} or {{#with …}} for a value"
                : Suggestion.didYouMean(name.text(), Helpers.BLOCKS);
    return new SyntaxException("unknown block '#" + name.text() + "'", hint, name.offset());
  }
}
