package dev.homeport.engine.template;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.Scope.Round;
import dev.homeport.engine.template.Syntax.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a round of a block tells of itself: {@code @index}, {@code @../number}. */
enum RoundName {
  /** Counted from 0. */
  INDEX("index") {
    @Override
    Object of(Round round) {
      return (long) round.index();
    }
  },
  /** Counted from 1. */
  NUMBER("number") {
    @Override
    Object of(Round round) {
      return round.index() + 1L;
    }
  },
  FIRST("first") {
    @Override
    Object of(Round round) {
      return round.first();
    }
  },
  LAST("last") {
    @Override
    Object of(Round round) {
      return round.last();
    }
  },
  /** The field's name, or the index in a list. */
  KEY("key") {
    @Override
    Object of(Round round) {
      return Rounds.key(round);
    }
  };

  private final String word;

  RoundName(String word) {
    this.word = word;
  }

  abstract Object of(Round round);

  /** The value of such a path; null outside of all rounds. */
  static Expression compile(Path path) throws SyntaxException {
    RoundName name = path.steps().size() == 1 ? find(path.steps().get(0).name()) : null;
    if (name == null) {
      List<String> known = Arrays.stream(values()).map(value -> "@" + value.word).toList();
      throw new SyntaxException(
          "unknown name '" + path.text() + "'",
          Suggestion.didYouMean(path.text(), known),
          path.offset());
    }
    int up = path.up();
    return scope -> {
      Round round = outwards(scope.round(), up);
      return round == null ? null : name.of(round);
    };
  }

  /** The round so many blocks outwards, or null. */
  static @Nullable Round outwards(@Nullable Round from, int up) {
    Round round = from;
    for (int i = 0; i < up && round != null; i++) {
      round = round.outer();
    }
    return round;
  }

  private static @Nullable RoundName find(String word) {
    for (RoundName name : values()) {
      if (name.word.equals(word)) {
        return name;
      }
    }
    return null;
  }
}
