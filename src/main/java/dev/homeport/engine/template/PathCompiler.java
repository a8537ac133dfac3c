package dev.homeport.engine.template;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.Scope.Round;
import dev.homeport.engine.template.Syntax.Path;
import dev.homeport.engine.template.Syntax.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides once, when a file is loaded, what a path names. A block's parameters come first, then the
 * request's words, then the item's fields, then helpers without arguments; at the top an unknown
 * name is a problem.
 */
final class PathCompiler {

  /** Makes the call of a helper that is named alone. */
  @FunctionalInterface
  interface LoneHelper {

    /** Null when the helper needs arguments. */
    @Nullable Expression call(Helper helper, int offset) throws SyntaxException;
  }

  private final Helpers helpers;
  private final Surroundings surroundings;
  private final LoneHelper loneHelper;

  PathCompiler(Helpers helpers, Surroundings surroundings, LoneHelper loneHelper) {
    this.helpers = helpers;
    this.surroundings = surroundings;
    this.loneHelper = loneHelper;
  }

  Expression compile(Path path, Sight sight) throws SyntaxException {
    return switch (path.start()) {
      case NAME -> name(path, sight);
      case ITEM -> sight.reachesItem(path.up()) ? item(path) : rooted(path, sight);
      case ROOT -> rooted(path, sight);
      case ROUND -> RoundName.compile(path);
    };
  }

  private Expression name(Path path, Sight sight) throws SyntaxException {
    Step first = path.steps().get(0);
    Sight.Parameter parameter = sight.parameter(first.name());
    if (parameter != null) {
      return along(parameter::value, path.steps(), 1);
    }
    Word word = Word.ALL.get(first.name());
    if (word != null) {
      if (word.name().equals(Word.MESSAGE) && !sight.names().message()) {
        throw new SyntaxException(
            "'message' is there for the messages of a WebSocket alone",
            sight.insideItem() ? "write this." + path.text() + " for the item's field" : null,
            first.offset());
      }
      return word(word, path, sight);
    }
    if (sight.insideItem()) {
      return field(path, first);
    }
    return helperOrProblem(path, first, sight);
  }

  private Expression field(Path path, Step first) throws SyntaxException {
    Expression field = item(path);
    Helper helper = path.isLoneName() ? helpers.find(first.name()) : null;
    Expression call = helper == null ? null : loneHelper.call(helper, path.offset());
    if (call == null) {
      return field;
    }
    return scope -> {
      Round round = Rounds.itemRound(scope.round(), 0);
      boolean isField =
          round != null && round.item() instanceof Map<?, ?> map && map.containsKey(first.name());
      return isField ? field.value(scope) : call.value(scope);
    };
  }

  private Expression helperOrProblem(Path path, Step first, Sight sight) throws SyntaxException {
    Helper helper = helpers.find(first.name());
    if (helper == null || !path.isLoneName()) {
      throw unknown(path, first, sight);
    }
    Expression call = loneHelper.call(helper, path.offset());
    if (call == null) {
      throw ExpressionCompiler.wrongCount(helper, 0, path.offset());
    }
    return call;
  }

  private SyntaxException unknown(Path path, Step first, Sight sight) {
    String name = first.name();
    if (path.isLoneName() && Helpers.REFUSED.contains(name)) {
      return ExpressionCompiler.refused(name, first.offset());
    }
    if (name.equals(DataHelper.NAME)) {
      return new SyntaxException(
          "'data' is a helper, not data", "write data 'users'", first.offset());
    }
    if (Helpers.BLOCKS.contains(name)) {
      return new SyntaxException(
          "'" + name + "' is a block",
          "write {{#" + name + " …}}…{{/" + name + "}}",
          first.offset());
    }
    Set<String> known = sight.names().vars();
    if (known != null && known.contains(name)) {
      return new SyntaxException(
          "unknown name '" + name + "'", "write vars." + path.text(), first.offset());
    }
    Set<String> variables = sight.names().path();
    if (variables != null && variables.contains(name)) {
      return new SyntaxException(
          "unknown name '" + name + "'", "write path." + path.text(), first.offset());
    }
    Set<String> words = new LinkedHashSet<>(Word.ALL.keySet());
    if (!sight.names().message()) {
      words.remove(Word.MESSAGE);
    }
    if (path.isLoneName()) {
      words.addAll(helpers.names());
    }
    return new SyntaxException(
        "unknown name '" + name + "'", Suggestion.didYouMean(name, words), first.offset());
  }

  private Expression word(Word word, Path path, Sight sight) throws SyntaxException {
    List<Step> steps = path.steps();
    if (!surroundings.hasRequest() && !word.name().equals("vars")) {
      throw new SyntaxException(
          "a seed sees no request, and so no '" + word.name() + "'",
          "it may use vars, fake data and chance",
          path.offset());
    }
    if (steps.size() > 1) {
      checkField(word, steps, sight.names());
    }
    return along(word.whole()::apply, steps, 1);
  }

  private static void checkField(Word word, List<Step> steps, KnownNames names)
      throws SyntaxException {
    Step field = steps.get(1);
    Set<String> known =
        switch (word.name()) {
          case "path" -> names.path();
          case "vars" -> names.vars();
          default -> word.fields();
        };
    if (known != null && known.isEmpty() && word.fields() != null) {
      throw new SyntaxException(
          "'" + word.name() + "' is a text and has no field '" + field.name() + "'",
          word.instead() == null ? null : "write " + word.instead() + "." + field.name(),
          field.offset());
    }
    if (known != null && !known.contains(field.name())) {
      throw new SyntaxException(
          "unknown name '" + field.name() + "' in '" + word.name() + "'",
          known.isEmpty()
              ? "there is nothing in '" + word.name() + "' here"
              : Suggestion.didYouMean(field.name(), new TreeSet<>(known)),
          field.offset());
    }
    if (word.name().equals("parts") && steps.size() > 2) {
      checkPart(steps.get(2));
    }
  }

  /** A part that came several times is a list, so an index may stand there too. */
  private static void checkPart(Step step) throws SyntaxException {
    boolean index = step.name().chars().allMatch(c -> c >= '0' && c <= '9');
    if (!index && !Word.partFields().contains(step.name())) {
      throw new SyntaxException(
          "unknown name '" + step.name() + "' of a part",
          Suggestion.didYouMean(step.name(), new TreeSet<>(Word.partFields())),
          step.offset());
    }
  }

  /** {@code @root.path.id}, and {@code this.path.id} or {@code ../path.id} outside all items. */
  private Expression rooted(Path path, Sight sight) throws SyntaxException {
    if (path.up() > sight.items() || path.steps().isEmpty()) {
      throw new SyntaxException(
          "'" + path.text() + "' names an item, and there is no such #each or #with around it",
          null,
          path.offset());
    }
    Step first = path.steps().get(0);
    Word word = Word.ALL.get(first.name());
    if (word == null) {
      throw unknown(path, first, sight);
    }
    return word(word, path, sight);
  }

  /** {@code this.x}, {@code ../x}; outside all items stand the request's words. */
  private static Expression item(Path path) {
    List<Step> steps = path.steps();
    int up = path.up();
    Word outside = up == 0 || steps.isEmpty() ? null : Word.ALL.get(steps.get(0).name());
    Expression item =
        scope -> {
          Round round = Rounds.itemRound(scope.round(), up);
          return round == null ? null : round.item();
        };
    Expression field = along(item, steps, 0);
    if (outside == null) {
      return field;
    }
    Expression request = along(outside.whole()::apply, steps, 1);
    return scope ->
        Rounds.itemRound(scope.round(), up) == null ? request.value(scope) : field.value(scope);
  }

  /** A value and the names after it. */
  private static Expression along(Expression start, List<Step> steps, int from) {
    String[] names =
        steps.subList(from, steps.size()).stream().map(Step::name).toArray(String[]::new);
    return scope -> {
      Object value = start.value(scope);
      for (String name : names) {
        value = Values.field(value, name);
      }
      return Values.plain(value);
    };
  }
}
