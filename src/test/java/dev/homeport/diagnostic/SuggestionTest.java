package dev.homeport.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  private static final List<String> KEYS =
      List.of("status", "headers", "in", "is", "gt", "gte", "get", "parameters", "matches", "json");

  @ParameterizedTest
  @CsvSource({
    "staus, status",
    "satus, status",
    "sttaus, status",
    "statuss, status",
    "STATUS, status",
    "Header, headers",
    "hedaers, headers",
    "param, parameters",
    "matchs, matches",
    "jsno, json",
    "JSON, json",
    "gett, get",
    "IN, in",
  })
  void misspeltWordsFindTheirNeighbour(String found, String expected) {
    assertThat(Suggestion.nearest(found, KEYS)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"foo", "xs", "it", "st", "body", "''", "completely-different"})
  void distantWordsFindNothing(String found) {
    assertThat(Suggestion.nearest(found, KEYS)).isNull();
  }

  @Test
  void amongEquallyNearWordsTheFirstOfTheAlphabetIsTaken() {
    assertThat(Suggestion.nearest("bat", List.of("cat", "bar"))).isEqualTo("bar");
    assertThat(Suggestion.nearest("bat", List.of("bar", "cat"))).isEqualTo("bar");
  }

  @Test
  void aSwapIsNearerThanTwoChanges() {
    assertThat(Suggestion.nearest("abdc", List.of("abxx", "abcd"))).isEqualTo("abcd");
  }

  @Test
  void longDataIsNoMisspeltWord() {
    String data = "x".repeat(81);
    assertThat(Suggestion.nearest(data, List.of(data + "y"))).isNull();
  }

  @Test
  void theGuessIsAQuestion() {
    assertThat(Suggestion.didYouMean("staus", KEYS)).isEqualTo("did you mean 'status'?");
  }

  @Test
  void withoutANearWordTheKnownOnesAreListedInOrder() {
    assertThat(Suggestion.didYouMean("foo", Set.of("vars", "first", "prefix")))
        .isEqualTo("known: first, prefix, vars");
  }

  @Test
  void aLongListIsNotShown() {
    List<String> many = IntStream.range(0, 25).mapToObj(i -> "word" + i).toList();
    assertThat(Suggestion.didYouMean("foo", many)).isNull();
    assertThat(Suggestion.didYouMean("foo", many.subList(0, 24))).startsWith("known: word0, ");
  }

  @Test
  void withoutKnownWordsThereIsNothingToSay() {
    assertThat(Suggestion.didYouMean("foo", List.of())).isNull();
  }
}
