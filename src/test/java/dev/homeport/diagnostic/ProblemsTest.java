package dev.homeport.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemsTest {

  private final Problems problems = new Problems("a.yaml", "one\r\ntwo\n");

  @Test
  void theSourceLineIsAdded() {
    problems.add(new Location("a.yaml", 2, 1), "wrong");
    assertThat(problems.found()).extracting(Problem::excerpt).containsExactly("two");
  }

  @Test
  void aPlaceInAnotherFileOrBehindTheEndHasNoLine() {
    problems.add(new Location("b.yaml", 1, 1), "wrong");
    problems.add(new Location("a.yaml", 9, 1), "wrong");
    assertThat(problems.found()).extracting(Problem::excerpt).containsExactly(null, null);
  }

  @Test
  void theSameMistakeTwiceIsOneProblemButCountsTwice() {
    problems.add(new Location("a.yaml", 1, 1), "wrong", "hint");
    problems.add(new Location("a.yaml", 1, 1), "wrong", "hint");
    assertThat(problems.found()).hasSize(1);
    assertThat(problems.count()).isEqualTo(2);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() {
    Problems marked = new Problems("a.yaml", "\uFEFFone");
    marked.add(Location.startOf("a.yaml"), "wrong");
    assertThat(marked.found()).extracting(Problem::excerpt).containsExactly("one");
  }
}
