package dev.homeport.engine.template;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.Arguments.Argument;
import dev.homeport.engine.template.Syntax.Call;
import dev.homeport.engine.template.Syntax.Literal;
import dev.homeport.engine.template.Syntax.Pair;
import dev.homeport.engine.template.Syntax.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns written expressions into values: looks helpers up and checks their arguments; {@link
 * PathCompiler} does the names of data. Immutable, safe to share.
 */
final class ExpressionCompiler {

  private final Helpers helpers;
  private final Surroundings surroundings;
  private final PathCompiler paths;

  ExpressionCompiler(Helpers helpers, Surroundings surroundings) {
    this.helpers = helpers;
    this.surroundings = surroundings;
    this.paths = new PathCompiler(helpers, surroundings, this::loneHelper);
  }

  Expression compile(Syntax syntax, Sight sight) throws SyntaxException {
    if (syntax instanceof Literal literal) {
      return new Expression.Constant(literal.value());
    }
    if (syntax instanceof Path path) {
      return new Expression.Guarded(path.text(), paths.compile(path, sight));
    }
    return call((Call) syntax, sight);
  }

  private Expression call(Call call, Sight sight) throws SyntaxException {
    String name = call.name().text();
    Helper helper = helpers.find(name);
    if (helper == null) {
      throw unknown(name, call.offset());
    }
    if (name.equals(DataHelper.NAME)) {
      DataHelper.check(call, surroundings);
    }
    return make(helper, arguments(call, sight));
  }

  private Arguments arguments(Call call, Sight sight) throws SyntaxException {
    List<Argument> positional = new ArrayList<>();
    for (Syntax argument : call.arguments()) {
      positional.add(new Argument(compile(argument, sight), argument.offset()));
    }
    Map<String, Argument> named = new LinkedHashMap<>();
    for (Pair pair : call.pairs()) {
      Argument value = new Argument(compile(pair.value(), sight), pair.value().offset());
      if (named.put(pair.key().text(), value) != null) {
        throw new SyntaxException(
            "'" + pair.key().text() + "' is given twice", null, pair.key().offset());
      }
      checkKey(call.name().text(), pair.key());
    }
    return new Arguments(call.name().text(), call.offset(), List.copyOf(positional), named);
  }

  private void checkKey(String name, Token key) throws SyntaxException {
    Helper helper = helpers.find(name);
    if (helper != null && !helper.anyKeys() && !helper.keys().contains(key.text())) {
      throw new SyntaxException(
          "unknown key '" + key.text() + "' of the helper '" + name + "'",
          helper.keys().isEmpty()
              ? "write " + helper.example()
              : Suggestion.didYouMean(key.text(), new TreeSet<>(helper.keys())),
          key.offset());
    }
  }

  /** A helper named alone, {@code {{uuid}}}; null when it needs arguments. */
  private @Nullable Expression loneHelper(Helper helper, int offset) throws SyntaxException {
    return helper.least() > 0 || !helper.required().isEmpty()
        ? null
        : make(helper, new Arguments(helper.name(), offset, List.of(), Map.of()));
  }

  private static Expression make(Helper helper, Arguments arguments) throws SyntaxException {
    int count = arguments.count();
    if (count < helper.least() || count > helper.most()) {
      throw wrongCount(helper, count, arguments.offset());
    }
    for (String key : helper.required()) {
      if (!arguments.has(key)) {
        throw new SyntaxException(
            "the helper '" + helper.name() + "' needs " + key + "=…",
            "write " + helper.example(),
            arguments.offset());
      }
    }
    return new Expression.Guarded(helper.name(), helper.making().make(arguments));
  }

  static SyntaxException wrongCount(Helper helper, int count, int offset) {
    String expected =
        helper.least() == helper.most()
            ? Integer.toString(helper.least())
            : helper.most() == Integer.MAX_VALUE
                ? "at least " + helper.least()
                : helper.least() + " to " + helper.most();
    return new SyntaxException(
        "the helper '"
            + helper.name()
            + "' takes "
            + expected
            + (expected.endsWith("1") ? " argument" : " arguments")
            + ", found "
            + count,
        "write " + helper.example(),
        offset);
  }

  private SyntaxException unknown(String name, int offset) {
    if (Helpers.REFUSED.contains(name)) {
      return refused(name, offset);
    }
    if (Helpers.BLOCKS.contains(name)) {
      return new SyntaxException(
          "'" + name + "' is a block", "write {{#" + name + " …}}…{{/" + name + "}}", offset);
    }
    if (Word.ALL.containsKey(name)) {
      return new SyntaxException(
          "'" + name + "' is data, not a helper, and takes no arguments", null, offset);
    }
    return new SyntaxException(
        "unknown helper '" + name + "'", Suggestion.didYouMean(name, helpers.names()), offset);
  }

  static SyntaxException refused(String name, int offset) {
    return new SyntaxException(
        "the helper '" + name + "' of Handlebars is not available", null, offset);
  }
}
